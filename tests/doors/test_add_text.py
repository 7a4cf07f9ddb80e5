"""What is no listing is refused by the command before anything is written."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.doors.cli import main
from tests.archives import TEXT, files
from tests.sources.foreign_samples import FOREIGN
from tests.sources.test_text_layouts import LAYOUTS, spliced


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").touch()
    (folder / "list.txt").write_text(TEXT)
    assert add(folder, folder / "list.txt").exit_code == 0
    return folder


def add(project: Path, file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), "add", *options, str(file)])


@pytest.mark.parametrize("name", FOREIGN)
def test_another_kind_of_text_adds_nothing(project: Path, tmp_path: Path, name: str) -> None:
    before = files(project)
    (tmp_path / "given.txt").write_text(FOREIGN[name][0])

    result = add(project, tmp_path / "given.txt", "--date", "2025-08-07")

    assert result.exit_code == 1
    assert result.output.startswith("Error: given.txt")
    assert files(project) == before


@given(st.sampled_from(sorted(LAYOUTS.values())).flatmap(spliced))
@settings(max_examples=40)
def test_a_spliced_text_adds_papers_or_not_one_byte(text: str) -> None:
    with TemporaryDirectory() as folder:
        project = Path(folder)
        (project / "content").mkdir()
        (project / "mkdocs.yml").touch()
        (project / "given.txt").write_bytes(text.encode())
        before = files(project)

        result = add(project, project / "given.txt", "--date", str(date(2025, 8, 6)))

        papers = [name for name in files(project) if name.startswith("content/papers/25")]
        if result.exit_code == 0:
            assert papers
        else:
            assert (result.exit_code, result.output[:16]) == (1, "Error: given.txt")
            assert files(project) == before
