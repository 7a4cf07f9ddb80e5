"""All real papers, with one command."""

import json
from pathlib import Path

import pytest

from tests.sites import ROOT, run, tree

CORPORA = [ROOT.parent / "shared" / "data" / f"corpus-{name}.jsonl.gz" for name in ("hf", "arxiv")]


@pytest.mark.skipif(not CORPORA[0].exists(), reason="needs ../shared/data, which is not here")
def test_every_paper_goes_in_and_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    command = ("generator", "add", "--json", *map(str, CORPORA))

    first = json.loads(run(tmp_path, *command).stdout)
    before = tree(tmp_path)
    again = json.loads(run(tmp_path, *command).stdout)

    accounted = len(first["new"]) + len(first["relisted"]) + len(first["changed"])
    assert first["received"] == 38_506
    assert accounted + first["unchanged"] + first["repeated"] + first["removed"] == 38_506
    assert first["rejected"] == []
    assert (again["new"], again["unchanged"]) == ([], 38_506)
    assert tree(tmp_path) == before
