"""What the entries of a listing say."""

from dataclasses import replace

from generator.archive.record_set import by_day, record_set
from generator.sources.listing import Entry, Listing
from tests.archives import DAY, NEXT_DAY, paper

SHEEP, CLOUDS = paper("Counting Sheep", votes=3), paper("On the Shape of Clouds")


def test_a_record_set_is_of_what_entries_say() -> None:
    one, other = Entry(SHEEP, 1, 1), Entry(CLOUDS, 2, 2)

    assert record_set([one, other]) == record_set([other, one])
    assert record_set([one]) == record_set([Entry(replace(SHEEP, listed=(NEXT_DAY,), id="x"), 5, 6)])
    assert record_set([one]) != record_set([Entry(replace(SHEEP, votes=4), 1, 1)])
    assert record_set([one]) != record_set([one, one])


def test_entries_are_told_apart_by_day() -> None:
    both = Listing("text", "list", (DAY, NEXT_DAY), (Entry(replace(SHEEP, listed=(DAY,)), 1, 1),))

    assert {day: len(entries) for day, entries in by_day(both).items()} == {DAY: 1, NEXT_DAY: 0}
