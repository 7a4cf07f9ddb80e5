"""What text listings lack (arXiv identifier, authors, dates), looked up on arXiv, accepted only when sure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from .answers import Answer, Get
from .endpoints import ARXIV_API, arxiv_papers, arxiv_search
from .errors import DailyPapersError
from .harvest import each
from .identifiers import title_key
from .listing import Listing
from .records import Paper

Agree = Callable[[str, str], bool]
"""Whether two abstracts are accounts of one."""


@dataclass(frozen=True, slots=True)
class Proposal:
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
class Proposals:
    """What came of looking up papers, in their order."""

    found: tuple[Proposal, ...]
    left_open: tuple[LeftOpen, ...]


def lacking(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Give the papers that lack an arXiv identifier, authors or a date."""
    return (paper for paper in papers if not (paper.arxiv_id and paper.authors and paper.published))


def propose(papers: Iterable[Paper], answer: Listing, agree: Agree) -> Proposals:
    """Match papers with what arXiv answered.

    A paper that has its arXiv identifier is matched by it. Any other needs one paper with the same title
    whose abstract agrees with its own: none, or more than one, is left open.
    """
    accounts = {entry.paper.arxiv_id: entry.paper for entry in answer.entries if entry.paper.arxiv_id}
    found, left_open = [], []
    for paper in papers:
        match = _match(paper, tuple(accounts.values()), agree)
        if isinstance(match, Paper):
            found.append(Proposal(paper, replace(match, listed=paper.listed)))
        else:
            left_open.append(LeftOpen(paper, match))
    return Proposals(tuple(found), tuple(left_open))


def look_up(
    papers: Iterable[Paper],
    get: Get,
    read: Callable[[Answer], Listing],
    agree: Agree,
    base: str = ARXIV_API,
) -> Iterator[Proposal | LeftOpen]:
    """Ask arXiv for each paper that lacks something, one request a paper.

    `read` parses an answer. A paper that cannot be asked for is left open; the third such in a row is raised.
    """

    def ask(paper: Paper) -> Proposals:
        address = arxiv_papers([paper.arxiv_id], base) if paper.arxiv_id else arxiv_search(paper.title, base)
        return propose([paper], read(get(address, "xml")), agree)

    for paper, result in each(lacking(papers), ask):
        if isinstance(result, DailyPapersError):
            yield LeftOpen(paper, str(result))
            continue
        yield from result.found
        yield from result.left_open


def _match(paper: Paper, accounts: tuple[Paper, ...], agree: Agree) -> Paper | str:
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
