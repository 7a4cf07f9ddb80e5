"""Hugging Face's account of one paper, alone (`/api/papers/<id>`) or as an entry of Daily Papers on a line.

Source: https://huggingface.co/docs/hub/api and, for what its fields mean, `sources/huggingface`
"""

from collections.abc import Mapping

from ...papers.errors import RecordError
from ..fields import Fields
from ..huggingface import better_title
from .shape import Record, Shape, abstract_in_summary, identifier, is_arxiv_id, named

_ONLY_THERE = frozenset(
    {
        "submittedOnDailyAt",
        "submittedOnDailyBy",
        "ai_summary",
        "ai_keywords",
        "discussionId",
        "githubRepo",
    }
)


def _is_paper(record: Record) -> bool:
    from_there = not _ONLY_THERE.isdisjoint(record) or {"publishedAt", "upvotes"} <= record.keys()
    return from_there and is_arxiv_id(record.get("id"))


def _is_entry(record: Record) -> bool:
    paper = record.get("paper")
    return isinstance(paper, Mapping) and is_arxiv_id(paper.get("id"))


def _tell_paper(paper: Fields) -> Record:
    submitter = named(paper, "submittedBy", "name") or named(paper, "submittedOnDailyBy", "user")
    return {
        "arxiv_id": identifier(paper, "id"),
        **abstract_in_summary(paper, paper.line("ai_summary")),
        "date": _listing_day(paper),
        "published": paper.line("publishedAt"),
        "github": paper.line("github") or paper.line("githubRepo"),
        "project_page": paper.line("project_page") or paper.line("projectPage"),
        "topics": paper.items("topics") or paper.items("ai_keywords"),
        "submitted_by": paper.line("submitted_by") or submitter,
        "organization": _organization(paper),
    }


def _tell_entry(entry: Fields) -> Record:
    paper = entry.child("paper") or entry
    both = paper.over(entry)
    return {
        **_tell_paper(both),
        "title": better_title(entry.line("title"), paper),
        "authors": both.items("authors"),
        "upvotes": both.get("upvotes"),
    }


def _listing_day(paper: Fields) -> str | None:
    """Give the day of the list, which a day that somebody added must not contradict."""
    own, of_list = paper.day("date"), paper.day("submittedOnDailyAt")
    if own and of_list and own != of_list:
        raise RecordError("date", own.isoformat(), f"{of_list}, its submittedOnDailyAt")
    day = own or of_list
    return day.isoformat() if day else None


def _organization(paper: Fields) -> str | None:
    if isinstance(paper.get("organization"), str):
        return paper.line("organization")
    return named(paper, "organization", "fullname") or named(paper, "organization", "name")


PAPER = Shape(_is_paper, _tell_paper)
ENTRY = Shape(_is_entry, _tell_entry)
