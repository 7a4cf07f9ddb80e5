from dataclasses import replace
from datetime import date

from hypothesis import given

from generator.papers.records import Author, Paper
from generator.papers.wording import heading_in_characters, in_characters
from tests.strategies import papers

PAPER = Paper(
    id="2608.00001",
    title=r"\emph{Poincar\'e} maps of $\'x$",
    listed=(date(2026, 8, 6),),
    source="arxiv",
    abstract=r"In 360{\deg}, \eg $\'x$." + "\n\n" + r"By \method.",
    authors=(Author("TEA Collaboration"), Author(":"), Author(r"C. Bal\'azs", r"Bal\'azs")),
    comment=r"in M\"unchen",
    journal_ref=r"Ann. H. Poincar\'e 1",
)


def test_a_heading_is_in_characters_and_the_rest_as_it_was_said() -> None:
    assert heading_in_characters(PAPER) == replace(
        PAPER,
        title=r"Poincaré maps of $\'x$",
        authors=(Author("TEA Collaboration"), Author("C. Balázs", "Balázs")),
    )


def test_all_that_is_shown_is_in_characters() -> None:
    assert in_characters(PAPER) == replace(
        heading_in_characters(PAPER),
        abstract=r"In 360°, e.g. $\'x$." + "\n\n" + r"By \method.",
        comment="in München",
        journal_ref="Ann. H. Poincaré 1",
    )


@given(papers())
def test_any_paper_has_a_form_in_characters_that_stays(paper: Paper) -> None:
    shown = in_characters(paper)

    assert in_characters(shown) == shown
    assert heading_in_characters(shown) == shown
