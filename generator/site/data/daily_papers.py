"""A day's list in the shape of Hugging Face's `api/daily_papers`, for programs that read that.

Only the address differs: `api/papers/date/<day>.json`. What every answer has is always there, so what is not
known is 0 or ""; what some lack is left out where it is not known. Papers that are not on arXiv are left out:
programs take an identifier there for arXiv's.
Source: answers of 2024-05 to 2026-05; https://huggingface.co/docs/hub/paper-pages
"""

import json
from collections.abc import Mapping
from datetime import date

from ...archive.pages import PaperPage
from ...papers.records import Paper
from ..library import Library


def daily_papers(library: Library) -> Mapping[str, str]:
    """Give the file of each day by its path."""
    return {daily_papers_path(day.isoformat()): _answer(library, day) for day in library.days}


def daily_papers_path(day: str) -> str:
    """Give where a day's file is."""
    return f"api/papers/date/{day}.json"


def _answer(library: Library, day: date) -> str:
    papers = (page.paper for page in library.listed(day) if isinstance(page, PaperPage))
    entries = [_entry(paper, day) for paper in papers if paper.arxiv_id]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entry(paper: Paper, day: date) -> Mapping[str, object]:
    published = _moment(paper.published or day)
    submitter = {"name": paper.submitted_by, "fullname": paper.submitted_by, "type": "user"}
    return {
        "paper": _paper(paper, day, published),
        "publishedAt": published,
        "title": paper.title,
        "numComments": 0,
        **({"submittedBy": submitter} if paper.submitted_by else {}),
    }


def _paper(paper: Paper, day: date, published: str) -> Mapping[str, object]:
    known = {
        "projectPage": _link(paper, "project"),
        "githubRepo": _link(paper, "code"),
        "ai_summary": paper.summary,
        "ai_keywords": paper.topics,
        "organization": paper.organization and {"name": paper.organization, "fullname": paper.organization},
    }
    return {
        "id": paper.arxiv_id,
        "authors": [{"name": author.name, "hidden": False} for author in paper.authors],
        "publishedAt": published,
        "submittedOnDailyAt": _moment(day),
        "title": paper.title,
        "summary": paper.abstract or "",
        "upvotes": paper.votes or 0,
        **{name: value for name, value in known.items() if value},
    }


def _link(paper: Paper, kind: str) -> str | None:
    return next((link.url for link in paper.links if link.kind == kind and link.is_plain), None)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00.000Z"
