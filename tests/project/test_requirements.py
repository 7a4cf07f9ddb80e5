import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [ROOT / f"requirements{kind}.txt" for kind in ("", "-dev", "-bench")]
# A pin, and the lines of its hashes.
PIN = re.compile(r"^(\S+)==([\w.]+)( ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def pins(file: Path) -> dict[str, str]:
    return {pin[1]: pin[2] for pin in PIN.finditer(file.read_text())}


def name(requirement: str) -> str:
    """Return the normalised name in a requirement such as `PyYAML>=6`."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", requirement)[0]).lower()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_hold_nothing_but_pins_with_hashes(file: Path) -> None:
    rest = re.sub(r"^ *#.*\n", "", PIN.sub("", file.read_text()), flags=re.MULTILINE)

    assert pins(file)
    assert rest.strip() == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_name_no_host_and_no_folder(file: Path) -> None:
    assert not re.search(r"://|index-url|find-links|(^|\s)/\w", file.read_text())


def test_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    site = {name(item) for item in [*project["project"]["dependencies"], *groups["build"]]}
    dev, bench = ({name(item) for item in groups[kind] if isinstance(item, str)} for kind in ("dev", "bench"))

    assert site <= pins(FILES[0]).keys()
    assert dev <= pins(FILES[1]).keys()
    assert bench <= pins(FILES[2]).keys()


def test_an_archive_begins_with_the_same_pins() -> None:
    assert (ROOT / "generator/doors/template/requirements.txt").read_bytes() == FILES[0].read_bytes()


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    site, dev = map(pins, FILES[:2])

    assert site.items() <= dev.items()
