"""Real days of many years, in any order: one archive."""

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.pages import PaperPage
from generator.archive.pending import read_listing
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
