"""The program's own release: the wheel that an archive pins, and the files that the archive has of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..papers.errors import SettingsError
from .program import TEMPLATE, github

_NAME = "dailypapers"
_REMEDY = "give --wheel FILE, a wheel that `make dist` or a release made"


@dataclass(frozen=True, slots=True)
class Release:
    """A release, as an archive installs it."""

    version: str
    requirement: str
    """The line of `requirements.txt`, with its hash."""
    wheel: tuple[str, bytes] | None
    """Its path in the archive and its bytes, where the archive keeps it."""


def release(wheel: Path | None) -> Release:
    """Give the installed release; `wheel` is its file, where it does not say what it was installed from.

    Raises SettingsError where no wheel is known.
    """
    installed = distribution(_NAME)
    if wheel:
        return _kept(installed, wheel)
    url, hashes = _origin(installed)
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path.endswith(".whl"):
        return _kept(installed, Path(url2pathname(parts.path)))
    if parts.scheme == "https" and "sha256" in hashes:
        requirement = f"{_NAME} @ {url} --hash=sha256:{hashes['sha256']}"
        return Release(installed.version, requirement, None)
    raise SettingsError(f"found no wheel that {_NAME} {installed.version} was installed from; {_REMEDY}")


def program_files(found: Release) -> Mapping[str, bytes]:
    """Give the files of the program that an archive has, by path: workflows, their scripts, and pins."""
    scripts = ("fetch.sh", "push.sh", "setup.sh", "topics.sh")
    workflows = ("workflows/daily.yml", "workflows/pages.yml")
    pins = (TEMPLATE / "requirements.txt").read_text("utf-8")
    return {
        **{
            f".github/{name}": (github() / name).read_bytes()
            for name in (*scripts, *workflows, "dependabot.yml")
        },
        **{f".{name}": (TEMPLATE / name).read_bytes() for name in ("gitignore", "gitattributes")},
        "requirements.txt": f"{found.requirement}\n{pins}".encode(),
        **(dict([found.wheel]) if found.wheel else {}),
    }


def _kept(installed: Distribution, wheel: Path) -> Release:
    """Give a release whose wheel the archive keeps."""
    try:
        data = wheel.read_bytes()
    except OSError as error:
        raise SettingsError(f"{wheel}: {error.strerror}; {_REMEDY}") from error
    if not wheel.name.startswith(f"{_NAME}-{installed.version}-"):
        raise SettingsError(f"{wheel}: found another release than {installed.version}; {_REMEDY}")
    path = f"wheels/{wheel.name}"
    return Release(installed.version, f"./{path} --hash=sha256:{sha256(data).hexdigest()}", (path, data))


def _origin(installed: Distribution) -> tuple[str, Mapping[str, str]]:
    """Give the address that a distribution was installed from, and its hashes (PEP 610); "" for an index."""
    said = json.loads(installed.read_text("direct_url.json") or "{}")
    return said.get("url", ""), said.get("archive_info", {}).get("hashes", {})
