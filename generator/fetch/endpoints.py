"""Which addresses the sources have, and in what steps a day is asked for. Opens no socket itself."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from ..papers.categories import is_category
from ..papers.errors import FetchError, ListingError, RecordError
from ..sources.fields import load
from ..sources.oai import Part
from ..sources.services import ANSWER_LIMIT, ANSWER_SHAPE
from ..text.tex import readable
from .answers import Answer, Get

HUGGING_FACE = "https://huggingface.co/api/daily_papers"
ARXIV_OAI = "https://oaipmh.arxiv.org/oai"
ARXIV_RSS = "https://rss.arxiv.org/rss"
ARXIV_API = "https://export.arxiv.org/api/query"

_ANSWERS = 100
"""More answers than any day takes; a source that never ends must not keep us for ever."""
_PHYSICS = re.compile(r"astro-ph|cond-mat|gr-qc|hep-\w+|math-ph|nlin|nucl-\w+|physics|quant-ph")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Plan(Protocol):
    """How one list of a source is asked for."""

    @property
    def scope(self) -> str:
        """Which of the source's lists."""

    def answers_of(self, day: date, get: Get) -> Iterator[Answer]:
        """Ask for one day, answer by answer: at least one. Raises DailyPapersError."""

    def stated(self, day: date) -> date | None:
        """Give the listing day of what was asked for as `day`, None where the list tells it itself."""

    def may_grow(self, day: date) -> bool:
        """Tell whether a day that is in is worth asking for again."""


@dataclass(frozen=True, slots=True)
class HuggingFace:
    """The Daily Papers of Hugging Face.

    Parameters as in https://huggingface.co/docs/hub/api: `date`, `limit` (1 to 100, else 50) and `p`, the
    page, from 0. No `sort`: with `trending` the date is not heeded.
    """

    base: str = HUGGING_FACE
    scope: str = "daily_papers"

    def answers_of(self, day: date, get: Get) -> Iterator[Answer]:
        """Ask for a day until an answer is not full or brings nothing new.

        It is full at any multiple of 50: where the limit is not heeded, an answer has 50 entries.
        """
        seen: set[str] = set()
        for number in range(_ANSWERS):
            answer = get(self.address(day, number), "json")
            entries = _entries(answer)
            new = {_key(entry) for entry in entries} - seen
            if new or number == 0:
                yield answer
            if not new or len(entries) % ANSWER_SHAPE:
                return
            seen |= new

    def stated(self, day: date) -> date:
        """Give the day itself: older answers do not tell it."""
        return day

    def may_grow(self, day: date) -> bool:
        """Tell that any day may: papers are added later too."""
        return True

    def address(self, day: date, number: int) -> str:
        """Give the address of one answer for a day; they count from 0."""
        return f"{self.base}?{urlencode({'date': day.isoformat(), 'limit': ANSWER_LIMIT, 'p': number})}"


@dataclass(frozen=True, slots=True)
class Arxiv:
    """One category of arXiv: today's list as RSS, days before it by OAI-PMH.

    RSS tells new papers from replaced ones, but holds one day only: the newest, made at midnight Eastern
    time, and it says itself which (https://info.arxiv.org/help/rss.html).
    OAI-PMH gives the records last changed on a day, replacements and corrections included; a paper changed
    since is found under the later day only (https://info.arxiv.org/help/oa,
    https://www.openarchives.org/OAI/openarchivesprotocol.html).
    """

    category: str
    today: date
    part_of: Callable[[bytes, str], Part]
    """Tells which part of a list an OAI-PMH answer with some name is; may raise DailyPapersError."""
    rss: str = ARXIV_RSS
    oai: str = ARXIV_OAI

    def __post_init__(self) -> None:
        if not is_category(self.category):
            raise RecordError("category", self.category, "an arXiv category such as cs.CL or hep-th")

    @property
    def scope(self) -> str:
        """The category."""
        return self.category

    def answers_of(self, day: date, get: Get) -> Iterator[Answer]:
        """Ask for a day: one answer for today, else on as long as there is a resumption token.

        Raises ListingError where the answers have fewer records than they say that the list has.
        """
        if day == self.today:
            yield get(f"{self.rss}/{self.category}", "xml")
            return
        url, asked, received, announced = self.address(day), set[str](), 0, 0
        while url not in asked and len(asked) < _ANSWERS:
            asked.add(url)
            answer = get(url, "xml")
            yield answer
            part = self.part_of(answer.body, answer.url)
            received, announced = received + part.records, part.announced or announced
            if not part.token:
                if received < announced:
                    problem = f"found {received:,} of {announced:,} records"
                    raise ListingError(answer.url, f"{problem}, a list cut short; fetch it again")
                return
            url = f"{self.oai}?{urlencode({'verb': 'ListRecords', 'resumptionToken': part.token})}"
        raise FetchError(url, f"found no end of the list after {len(asked)} pages; run it again later")

    def stated(self, day: date) -> None:
        """Give nothing: each list tells its day."""

    def may_grow(self, day: date) -> bool:
        """Tell that only today's list may: of a day before, OAI-PMH gives less than its feed gave."""
        return day == self.today

    def address(self, day: date) -> str:
        """Give the address of a day's first OAI-PMH answer."""
        query = {
            "verb": "ListRecords",
            "metadataPrefix": "arXiv",
            "set": oai_set(self.category),
            "from": day.isoformat(),
            "until": day.isoformat(),
        }
        return f"{self.oai}?{urlencode(query)}"


def oai_set(category: str) -> str:
    """Give the OAI-PMH set of an arXiv category: group, archive and subject class.

    >>> oai_set("cs.CL"), oai_set("hep-th"), oai_set("astro-ph.GA"), oai_set("math")
    ('cs:cs:CL', 'physics:hep-th', 'physics:astro-ph:GA', 'math')
    """
    archive, _, subject = category.partition(".")
    group = "physics" if _PHYSICS.fullmatch(archive) else archive
    if subject:
        return f"{group}:{archive}:{subject}"
    return f"physics:{archive}" if group == "physics" else archive


def searched_words(title: str) -> str:
    """Give the words of a title; arXiv's index is one of words, and would read the rest as syntax."""
    return " ".join(_WORD.findall(readable(title)))


def arxiv_search(title: str, base: str = ARXIV_API) -> str:
    """Give the address that looks for a paper by its title, as a phrase of its `searched_words`.

    https://info.arxiv.org/help/api/user-manual.html#query_details
    """
    query = {"search_query": f'ti:"{searched_words(title)}"', "max_results": 10}
    return f"{base}?{urlencode(query)}"


def arxiv_paper(arxiv_id: str, base: str = ARXIV_API) -> str:
    """Give the address of the paper with this bare arXiv identifier."""
    return f"{base}?{urlencode({'id_list': arxiv_id, 'max_results': 1})}"


def _entries(answer: Answer) -> list[Any]:
    try:
        entries = load(answer.body)
    except ValueError as error:  # one that was kept before what is looked at now
        raise FetchError(answer.url, f"found JSON that cannot be read ({error})") from error
    if not isinstance(entries, list):
        raise FetchError(answer.url, f"found {answer.body[:80].decode(errors='replace')!r} instead of a list")
    return entries


def _key(entry: Any) -> str:
    paper = entry.get("paper") if isinstance(entry, dict) else None
    paper_id = paper.get("id") if isinstance(paper, dict) else None
    return paper_id if isinstance(paper_id, str) else json.dumps(entry, sort_keys=True)
