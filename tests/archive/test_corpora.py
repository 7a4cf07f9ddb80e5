"""All real papers, with one command."""

import json
from pathlib import Path

import pytest

from tests.real_papers import SAMPLE
from tests.sites import ROOT, run, tree

CORPUS = ROOT.parent / "shared" / "data" / "corpus-hf.jsonl.gz"
needs_corpus = pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared/data, which is not here")


@pytest.mark.parametrize(
    ("files", "entries"),
    [
        pytest.param((SAMPLE,), 56, id="sample"),
        pytest.param((CORPUS,), 8_506, id="corpus", marks=needs_corpus),
    ],
)
def test_every_paper_goes_in_and_again_changes_nothing(
    tmp_path: Path, files: tuple[Path, ...], entries: int
) -> None:
    (tmp_path / "content").mkdir()
    command = ("generator", "add", "--json", *map(str, files))

    first = json.loads(run(tmp_path, *command).stdout)
    before = tree(tmp_path)
    again = json.loads(run(tmp_path, *command).stdout)

    accounted = len(first["new"]) + len(first["relisted"]) + len(first["changed"])
    assert first["received"] == entries
    assert accounted + first["unchanged"] + first["repeated"] + first["removed"] == entries
    assert first["rejected"] == []
    assert (again["new"], again["unchanged"]) == ([], entries)
    assert tree(tmp_path) == before
