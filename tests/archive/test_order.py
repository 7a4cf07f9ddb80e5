"""Real days of many years, and lists that span days, in any order: one archive."""

import json
import random
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.archive.pending import read_listing
from generator.papers.records import Day
from tests.real_papers import write_lists
from tests.sites import ROOT, tree

DATA = ROOT.parent / "shared" / "data" / "hf_api"


def add(root: Path, batches: Iterable[Iterable[Path]]) -> dict[str, bytes]:
    """Add files batch by batch, as that many runs of the command would, and give the archive's bytes."""
    root.mkdir()
    for batch in batches:
        archive = Archive(root)
        addition = Addition(archive)
        for file in batch:
            addition.add(read_listing(file, today=date(2026, 11, 22)))
        addition.write()
    return tree(root)


@pytest.fixture(params=["sample", "hf_api"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """Return the lists of real days: of the sample, or the answers of the API where they are here."""
    if request.param == "sample":
        (tmp_path / "lists").mkdir()
        return write_lists(tmp_path / "lists")
    if not DATA.is_dir():
        pytest.skip("the real data of ../shared/data is not here")
    return sorted(DATA.glob("*.json"))


def test_days_in_any_order_one_by_one_or_at_once_give_the_same_archive(
    files: list[Path], tmp_path: Path
) -> None:
    assert len(files) >= 71

    at_once = add(tmp_path / "at-once", [files])

    for seed in (1, 2):
        shuffled = random.Random(seed).sample(files, len(files))
        assert add(tmp_path / f"one-by-one-{seed}", [[file] for file in shuffled]) == at_once
        assert add(tmp_path / f"shuffled-{seed}", [shuffled]) == at_once
    relisted = Archive(tmp_path / "at-once").paper("2604.07429")
    assert isinstance(relisted, PaperPage)
    assert relisted.paper.listed == (date(2026, 4, 10), date(2026, 4, 16))


def test_lists_that_span_days_in_any_order_leave_whole_days_as_they_are(
    files: list[Path], tmp_path: Path
) -> None:
    days = [file for file in files if file.suffix == ".json"][-8:]
    whole, lists = days[::2], spanning(tmp_path, days)
    add(tmp_path / "whole-days", [whole])

    at_once = add(tmp_path / "at-once", [[*whole, *lists]])

    for seed in (1, 2, 3):
        shuffled = random.Random(seed).sample([*whole, *lists, *lists], len(whole) + 2 * len(lists))
        assert add(tmp_path / f"one-by-one-{seed}", [[file] for file in shuffled]) == at_once
        assert add(tmp_path / f"shuffled-{seed}", [shuffled]) == at_once
    for file in days:
        before, after = (day_in(tmp_path / name, file) for name in ("whole-days", "at-once"))
        assert after and after.receipts[-1].partial
        if before:
            assert (before.receipts, before.ids()) == (after.receipts[:1], after.ids())


def spanning(folder: Path, days: list[Path]) -> list[Path]:
    """Write lists of the papers with most votes of some days, which say their days, and give their files."""
    lists = []
    for number, (start, step, papers) in enumerate(((0, 1, 1), (0, 2, 3), (1, 2, 2), (0, 3, 4))):
        entries = by_votes(entry for day in days[start::step] for entry in by_votes(dated(day))[:papers])
        lists.append(folder / f"trending {number}.json")
        lists[-1].write_text(json.dumps(entries))
    return lists


def dated(day: Path) -> Iterator[dict[str, Any]]:
    for entry in json.loads(day.read_bytes()):
        paper = {"submittedOnDailyAt": f"{day.stem}T09:00:00.000Z", **entry["paper"]}
        yield {**entry, "paper": paper}


def by_votes(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: -entry["paper"].get("upvotes", 0))


def day_in(root: Path, file: Path) -> Day | None:
    page = Archive(root).day(date.fromisoformat(file.stem))
    return page.day if page else None
