"""A run that was cut short, wherever, is completed by the next: the bytes of an undisturbed run."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.archive import files as files_module
from generator.archive.archive import Archive
from generator.archive.check import check_archive
from generator.archive.pending import read_listing
from generator.archive.remove import remove
from generator.sources import parse
from generator.sources.listing import Hint
from tests.archives import NEXT_DAY, REAL_LISTING, TEXT, TODAY, add, files, listing, paper

EARLIER = listing(
    [paper("Counting Sheep with Fewer Parameters", "We count sheep, and more.")], NEXT_DAY, "earlier"
)
NEW = parse(TEXT.encode(), Hint("list.txt", TODAY))
LEARNED = listing(
    [paper("On the Shape of clouds", "Clouds have shapes.", arxiv_id="2508.00001", source="arxiv")], NEXT_DAY
)


class PowerCutError(Exception):
    """Nothing in the generator catches it."""


def prepared(content: Path) -> Path:
    add(content, EARLIER)
    return content


def adding(content: Path) -> None:
    with Archive(content).locked():
        add(content, NEW, LEARNED)


def removing(content: Path) -> None:
    adding(content)
    remove(Archive(content), "2508.00001", "Asked for.")


@pytest.fixture
def cut_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Cut the run at its nth touch of the disk: before it, or (a write) halfway through."""

    def arm(number: int) -> None:
        left = iter(range(number, -1, -1))
        for place, name in ((files_module, "_write"), (os, "replace"), (os, "mkdir")):
            monkeypatch.setattr(place, name, _counted(getattr(place, name), left))

    return arm


def _counted(real: Callable[..., object], left: Iterator[int]) -> Callable[..., object]:
    def touch(path: object, *arguments: object, **options: object) -> object:
        if next(left, -1) == 0:
            if arguments and isinstance(arguments[0], bytes):
                real(path, arguments[0][: len(arguments[0]) // 2])
            raise PowerCutError
        return real(path, *arguments, **options)

    return touch


@pytest.mark.parametrize("work", [adding, removing])
def test_a_run_cut_at_any_touch_of_the_disk_is_completed_by_the_next(
    tmp_path: Path,
    work: Callable[[Path], None],
    cut_at: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work(prepared(tmp_path / "undisturbed" / "content"))
    expected = files(tmp_path / "undisturbed")

    for number in range(200):
        content = prepared(tmp_path / str(number) / "content")
        try:
            with monkeypatch.context():
                cut_at(number)
                work(content)
            cut = False
        except PowerCutError:
            cut = True
        finally:
            monkeypatch.undo()
        work(content)
        assert files(content.parent) == expected, f"cut at touch {number}"
        if not cut:
            break

    assert number > 10
    assert not check_archive(Archive(content))


SEED = 20250806


def started(project: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "add", str(REAL_LISTING)],
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
    )


def test_ten_killed_runs_are_completed_by_the_next(tmp_path: Path) -> None:
    real = read_listing(REAL_LISTING, today=TODAY)
    add(tmp_path / "undisturbed" / "content", real)
    expected = files(tmp_path / "undisturbed")
    chance = random.Random(SEED)

    killed = 0
    for number in range(10):
        project = tmp_path / str(number)
        papers = project / "content" / "papers"
        papers.parent.mkdir(parents=True)
        run = started(project)
        written = chance.randrange(90)
        while run.poll() is None and len(list(papers.glob("2508/*"))) < written:
            time.sleep(0.001)
        run.kill()
        killed += run.wait() != 0

        with Archive(project / "content").locked():
            add(project / "content", real)
        assert files(project) == expected

    assert killed >= 5
