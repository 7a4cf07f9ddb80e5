"""The gist of a paper: the one sentence of its abstract that says most, chosen by a linear model.

The model is ridge regression on how much a sentence says of what people wrote in one sentence about the paper
(ROUGE), learnt by `training/gist.py`, which says from which data and how good it is.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..text.analysis import term_of, words
from ..text.sentences import sentences
from .features import NAMES, features

_WEIGHTS = "gist.json"
_LONGEST = 320
"""Characters; a longer sentence is no gist."""
_FEWEST = 3
"""Sentences of an abstract; a shorter one is read at a glance."""
_UNSURE = 4.0
"""A sentence that is not this much better than an abstract's sentences are on the whole is none (ROUGE points)."""
_COPY = 0.75
"""Share of common words from which a sentence repeats the title."""
_LEAD_IN = re.compile(
    r"(?:(?:in|with) this (?:paper|work|article|study|report|survey|paradigm|spirit|in mind)|here|to this end"
    r"|to (?:address|tackle|overcome|solve|mitigate|remedy|resolve|fill|bridge|close|achieve|do) (?:this|these|the|such|it|so)"
    r"(?: (?:gaps?|issues?|problems?|challenges?|limitations?|questions?|needs?|goals?))?"
    r"|motivated by this|inspired by this|based on (?:this|these)(?: \w+)?|as a result|in particular|in response"
    r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|specifically|concretely|notably|importantly"
    r"|additionally|furthermore|moreover|however|therefore|thus|hence|consequently|accordingly|then|instead), +",
    re.IGNORECASE,
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

    >>> abstract = "Quokkas are many. In this paper, we present a way to count quokkas from the air. It is good."
    >>> gist("Counting Quokkas", abstract).text
    'We present a way to count quokkas from the air.'
    """
    places = sentences(abstract or "")
    if not abstract or len(places) < _FEWEST:
        return None
    rows = features(title, [abstract[start:end] for start, end in places])
    scores = [round(sum(map(float.__mul__, weights(), map(float, row))), 6) for row in rows]
    usual = sum(scores) / len(scores)
    for place in sorted(range(len(places)), key=lambda each: (-scores[each], each)):
        if scores[place] < usual + _UNSURE:
            return None
        start, end = places[place]
        text = abstract[start:end]
        if lead_in := _LEAD_IN.match(text):
            start += lead_in.end()
            text = text[lead_in.end()].upper() + text[lead_in.end() + 1 :]
        if len(text) <= _LONGEST and not _repeats(title, text):
            return Gist(start, end, text)
    return None


@cache
def weights() -> tuple[float, ...]:
    """Read the weights of the features, in the order of NAMES."""
    found = json.loads(files(__package__).joinpath(_WEIGHTS).read_text())
    return tuple(float(found[name]) for name in NAMES)


def _repeats(title: str, text: str) -> bool:
    one, other = ({term for term in map(term_of, words(each)) if term} for each in (title, text))
    return len(one & other) >= _COPY * max(1, len(one | other))
