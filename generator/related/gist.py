"""The gist of a paper: the one sentence of its abstract that says most, chosen by a linear model.

The model is ridge regression on how much a sentence says of what people wrote in one sentence about the paper
(ROUGE), learnt by `training/gist.py`, which says from which data and how good it is.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..text.analysis import term_of, words
from ..text.sentences import sentences
from .features import CUES, NAMES, features

_WEIGHTS = "gist.json"
_LONGEST = 320
"""Characters; a longer sentence is no gist."""
_FEWEST, _MOST = 3, 60
"""Sentences of an abstract: a shorter one is read at a glance, a longer text is none."""
_UNSURE = 3.0
"""ROUGE points by which a gist is better than the sentences of its abstract on the whole."""
_COPY = 0.85
"""Share of a sentence's words in the title from which it only repeats it."""
_GAP = re.compile(r"\n\s*\n")
"""Between two paragraphs: a sentence without an end may go over it."""
_LEAD_IN = re.compile(
    r"""
    (?: (?: in | with )\ this\ (?: paper | work | article | study | report | survey | spirit )
      | (?: to\ \w+ | (?: based | building | motivated | inspired )\ (?: on | by ) | in\ light\ of | with )
        \ (?: this | these | those | such | the\ above ) (?: \ [\w-]+ ){0,3}
      | to\ (?: this\ end | do\ so | bridge\ the\ gap | close\ the\ gap ) | here | so
      | as\ a\ result | in\ particular | in\ response | first (?: ly )? | second (?: ly )? | third (?: ly )?
      | finally | lastly | specifically | concretely | notably | importantly | additionally | furthermore
      | moreover | however | therefore | thus | hence | consequently | accordingly | then | instead
    ) ,\ +
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Gist:
    """A sentence of an abstract."""

    start: int
    """Where it starts in the abstract, after its lead-in."""
    end: int
    text: str
    """Without its lead-in."""


def gist(title: str, abstract: str | None) -> Gist | None:
    """Give the sentence that says most; None where there is none that is sure, or it only repeats the title.

    >>> abstract = "Quokkas are many. In this paper, we present a way to count quokkas. It is good."
    >>> gist("Counting Quokkas", abstract).text
    'We present a way to count quokkas.'
    """
    places = sentences(abstract or "")
    if not abstract or not _FEWEST <= len(places) <= _MOST:
        return None
    scores = _scores(title, [abstract[start:end] for start, end in places])
    least = sum(scores) / len(scores) + _UNSURE
    best = sorted(zip(scores, places, strict=True), key=lambda each: -each[0])
    sure = (_trimmed(abstract, *place) for score, place in best if score >= least)
    return next((each for each in sure if _is_gist(title, each.text)), None)


@cache
def weights() -> tuple[float, ...]:
    """Read the weights of the features, in the order of NAMES."""
    stored = json.loads(files(__package__).joinpath(_WEIGHTS).read_text())
    return tuple(float(stored[name]) for name in NAMES)


def _scores(title: str, sentences: Sequence[str]) -> list[float]:
    """Give how much each sentence says, rounded: sums of fractions may differ between machines."""
    rows = features(title, sentences)
    return [round(sum(map(float.__mul__, weights(), map(float, row))), 6) for row in rows]


def _trimmed(abstract: str, start: int, end: int) -> Gist:
    """Give a sentence without its lead-in."""
    text = abstract[start:end]
    if not (lead_in := _LEAD_IN.match(text)):
        return Gist(start, end, text)
    text = text[lead_in.end() :]
    return Gist(start + lead_in.end(), end, text[:1].upper() + text[1:])


def _is_gist(title: str, text: str) -> bool:
    return len(text) <= _LONGEST and not _GAP.search(text) and not _repeats(title, text)


def _repeats(title: str, text: str) -> bool:
    named, said = ({term for term in map(term_of, words(each)) if term} for each in (title, text))
    said -= CUES | {"paper", "work", "novel", "new"}
    return len(named & said) >= _COPY * len(said)
