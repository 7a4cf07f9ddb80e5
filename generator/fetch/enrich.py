"""What text listings lack (arXiv identifier, authors, dates), looked up on arXiv, accepted only when sure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..archive.add import Addition
from ..archive.archive import Archive
from ..archive.pages import PaperPage
from ..papers.errors import FetchError, ListingError
from ..papers.identifiers import title_key
from ..papers.merge import agree
from ..papers.records import Paper
from ..sources import parse
from ..sources.listing import Hint, Listing
from .answers import Get
from .endpoints import arxiv_paper, arxiv_search, searched_words
from .gather import ask_each


@dataclass(frozen=True, slots=True)
class Identified:
    """A paper of the archive, and arXiv's account of it."""

    paper: Paper
    account: Paper
    """Listed on the paper's own days, so that it can be merged like any other account."""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A paper for which nothing sure was found."""

    paper: Paper
    reason: str


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A paper for which arXiv gave no answer that could be read."""

    paper: Paper
    error: FetchError | ListingError


Outcome = Identified | LeftOpen | NotAsked


def lacking_papers(archive: Archive) -> list[Paper]:
    """Give the papers that lack an arXiv identifier, authors or a date."""
    papers = (page.paper for page in archive.papers() if isinstance(page, PaperPage))
    return [paper for paper in papers if not (paper.arxiv_id and paper.authors and paper.published)]


def enrich(
    root: Path, leave_out: Collection[str], papers: Iterable[Paper], get: Get, today: date, *, dry_run: bool
) -> Iterator[Outcome]:
    """Ask arXiv for each paper, one request a paper; without `dry_run`, what is found is merged at once."""

    def ask(paper: Paper) -> Identified | LeftOpen:
        if not paper.arxiv_id and not searched_words(paper.title):
            return LeftOpen(paper, "no words in its title to look for")
        url = arxiv_paper(paper.arxiv_id) if paper.arxiv_id else arxiv_search(paper.title)
        outcome = match(paper, parse(get(url, "xml").body, Hint(url, today, today)))
        if isinstance(outcome, LeftOpen):
            return outcome
        archive = Archive(root)
        other = archive.locate(str(outcome.account.arxiv_id))
        if other not in (None, paper.id):
            return LeftOpen(
                paper, f"{outcome.account.arxiv_id} has a page already, {other}; take one of the two down"
            )
        if not dry_run:
            with archive.locked():
                addition = Addition(archive, leave_out)
                addition.merge(paper.id, outcome.account)
                addition.write()
        return outcome

    for paper, outcome in ask_each(papers, ask):
        yield NotAsked(paper, outcome) if isinstance(outcome, FetchError | ListingError) else outcome


def match(paper: Paper, answer: Listing) -> Identified | LeftOpen:
    """Find a paper in what arXiv answered.

    A paper that has its arXiv identifier is found by it. Any other needs one paper with the same title whose
    abstract agrees with its own: none, or more than one, is left open.
    """
    accounts = {entry.paper.arxiv_id: entry.paper for entry in answer.entries if entry.paper.arxiv_id}
    account = _account(paper, list(accounts.values()))
    if isinstance(account, str):
        return LeftOpen(paper, account)
    return Identified(paper, replace(account, listed=paper.listed))


def _account(paper: Paper, accounts: list[Paper]) -> Paper | str:
    """Give arXiv's account of `paper`, or why there is none that is sure."""
    if paper.arxiv_id:
        return next(
            (account for account in accounts if account.arxiv_id == paper.arxiv_id),
            f"arXiv does not know {paper.arxiv_id}",
        )
    key = title_key(paper.title)
    titled = [account for account in accounts if key and title_key(account.title) == key]
    if not titled:
        return "no paper with this title on arXiv"
    if paper.abstract is None:
        return f"no abstract to tell by whether it is {_names(titled)}"
    agreeing = [account for account in titled if account.abstract and agree(paper.abstract, account.abstract)]
    if not agreeing:
        return f"same title, but another abstract: {_names(titled)}"
    if len(agreeing) > 1:
        return f"several papers with this title and abstract: {_names(agreeing)}"
    return agreeing[0]


def _names(accounts: list[Paper]) -> str:
    return ", ".join(str(account.arxiv_id) for account in accounts)
