"""The main journey of a reader over WebDriver BiDi: in a stock Firefox, where there is one."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import chromium
from tests.node import command
from tests.reading_site import BIG_DAY

FIREFOX = shutil.which("firefox") or shutil.which("firefox-esr")
SCRIPT = Path(__file__).with_name("journey.js")


@pytest.mark.parametrize("browser", ["chrome", "firefox"])
def test_from_home_to_a_paper_found_and_one_starred(browser: str, address: str) -> None:
    program = FIREFOX if browser == "firefox" else chromium.require()
    if not program:
        pytest.skip("no Firefox is here")

    done = subprocess.run(
        [*command("node"), SCRIPT, browser, program, address], capture_output=True, text=True, timeout=90
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "day": f"{address}{BIG_DAY}",
        "title": "Remembering 111 with <think> and α",
        "found": "Little is known",
        "starred": ["Remembering 111 with <think> and α"],
        "problems": [],
    }
