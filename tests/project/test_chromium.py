from pathlib import Path

import pytest

from tests import chromium


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on the path; Playwright has no browser of its own."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(chromium, "_playwrights_own", lambda: None)
    return tmp_path


def add_program(folder: Path, name: str) -> str:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("name", chromium.PROGRAMS)
def test_finds_a_browser_on_the_path(programs: Path, name: str) -> None:
    program = add_program(programs, name)

    assert chromium.require() == program


def test_prefers_the_one_that_chrome_names(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_program(programs, "chromium")
    chosen = add_program(programs, "mine")

    monkeypatch.setenv("CHROME", chosen)

    assert chromium.require() == chosen


def test_a_wrong_chrome_is_an_error(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_program(programs, "chromium")

    monkeypatch.setenv("CHROME", "/nowhere/chrome")

    with pytest.raises(chromium.BrowserError, match=r"\$CHROME is '/nowhere/chrome', which is no program"):
        chromium.require()


@pytest.mark.usefixtures("programs")
def test_says_how_to_get_one() -> None:
    with pytest.raises(chromium.BrowserError, match="apt install chromium"):
        chromium.require()
