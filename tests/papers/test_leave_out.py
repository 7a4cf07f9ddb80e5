from datetime import date

from generator.papers.leave_out import without
from generator.papers.records import Paper


def test_fields_left_out_are_absent() -> None:
    paper = Paper("a", "A", (date(2025, 8, 6),), "jsonl", topics=("x",), summary="Short.", votes=3)

    left = without(paper, ("votes", "topics"))

    assert (left.votes, left.topics, left.summary) == (None, (), "Short.")
