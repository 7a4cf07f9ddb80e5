"""An archive of thirty years, one of full days, and one of many topics: no page grows for ever."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.archive.coverage import Coverage
from generator.archive.pages import DayPage, PaperPage
from generator.papers.records import Day, Paper, Receipt
from generator.related.rising import Rising
from generator.related.topics import Settled, Topic
from generator.site.head import Site
from generator.site.library import Library
from generator.site.status import status
from generator.site.templates import prepare
from generator.site.topic_papers import TopicPapers
from generator.site.trends import Trend
from generator.site.views import views
from generator.site.views.papers import PaperView
from generator.site.views.single import home_view
from tests.sites import ROOT

SITE = Site("An Archive", "What it holds.", "https://archive.example/daily/")
MOST = 200_000
"""Bytes of a page; a tenth of that over the wire."""


def weekdays(first: date, number: int) -> list[date]:
    days = (first + timedelta(days=later) for later in count())
    return list(islice((day for day in days if day.weekday() < 5), number))


def library(days: Sequence[date], papers: int) -> Library:
    """Give an archive of an arXiv category with so many papers a day."""
    lists = {
        day: [
            Paper(
                id=f"{day:%y%m}.{day.day:02}{number:03}",
                title=f"On the number of sheep in field {number} of {day:%Y} and on the wool that they give",
                abstract="We study sheep and their wool in fields of many kinds.",
                listed=(day,),
                source="arxiv",
                categories=("cs.LG",),
            )
            for number in range(papers)
        ]
        for day in days
    }
    return Library(
        {paper.id: PaperPage(paper, "") for listed in lists.values() for paper in listed},
        {},
        {
            day: DayPage(
                Day(day, (Receipt("arxiv", "cs.LG", "0" * 64, papers, tuple(each.id for each in listed)),))
            )
            for day, listed in lists.items()
        },
    )


def aged() -> Library:
    """Give an archive of thirty years, with what rose in each month."""
    held = library(weekdays(date(1996, 1, 1), 7800), 1)
    first = {day.replace(day=1): page.day.ids()[0] for day, page in sorted(held.days.items(), reverse=True)}
    rising = [Rising(f"counting {number} sheep", None, (1,) * 12 + (9,)) for number in range(10)]
    told = [Trend(month, (20,) * 13, rising, ["9601.01000"] * 10) for month in sorted(first)]
    return replace(held, trends=told)


def full() -> Library:
    """Give an archive of some days with thousands of papers together."""
    return library(weekdays(date(2025, 9, 1), 22), 450)


def about_much() -> Library:
    """Give an archive of a thousand topics, one of which all papers are about."""
    held = library(weekdays(date(2025, 9, 1), 22), 450)
    papers = sorted((page.paper for page in held.papers.values()), key=lambda paper: paper.id, reverse=True)
    topics = [Topic(f"sheep-{number}", f"Sheep of kind {number}") for number in range(1000)]
    of_topic = {topic.slug: papers[:2] for topic in topics} | {topics[0].slug: papers}
    of_paper = {paper.id: topics[:1] for paper in papers}
    return replace(held, topics=TopicPapers(Settled(topics, of_paper), of_topic, of_paper))


def lists(held: Library, sources: Sequence[Coverage] = ()) -> Sequence[Any]:
    """Give the pages of many papers or days."""
    made = views(held, SITE, status(held, sources))
    several = (view for view in made if not isinstance(view, PaperView))
    return (home_view(held, SITE, ("cs.LG",)), *several)


@pytest.mark.parametrize("make", [aged, full, about_much])
def test_no_page_grows_for_ever(make: Callable[[], Library]) -> None:
    env = Environment(loader=FileSystemLoader(ROOT / "site_theme"))  # noqa: S701 - it is made to escape
    prepare(env)
    held = make()

    sizes = {
        view.address: len(env.get_template(view.template).render(view=view, menu=(), content="").encode())
        for view in lists(held, [Coverage("arxiv", min(held.days), categories=("cs.LG",))])
    }
    assert {address: size for address, size in sizes.items() if size > MOST} == {}


def test_every_day_can_be_reached_from_all_days() -> None:
    held = aged()
    shown = {view.address: view for view in lists(held)}

    view = shown["papers/date/"]
    named = {day for month in view.months for day, _ in month.days}
    months = [shown[month.address] for within in view.earlier.values() for month in within]
    assert named | {day for month in months for day, _ in month.days} == set(held.days)
    assert {day.year for day in named} == {2024, 2025}
