"""The commands that begin an archive, and bring the program's files in it up to a newer release."""

import json
import shlex
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path
from string import Template

import click

from ..archive.files import remove_unfinished, unfinished_name, write
from ..archive.format import FORMAT_FILE, format_text
from ..papers.categories import is_category
from ..papers.errors import ArchiveError
from ..papers.records import SOURCES
from .program import TEMPLATE
from .release import Release, program_files, release
from .terminal import today_utc

_MANIFEST = ".github/dailypapers.json"
"""Which release the program's files in an archive are of, and their digests as it wrote or offered them."""

Digests = Mapping[str, str]
Done = Iterator[tuple[str, str]]
"""Files by path, and what was done with each."""

_WHEEL = click.option(
    "--wheel",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The wheel to pin.  [default: that which the program was installed from]",
)


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--source",
    type=click.Choice(SOURCES),
    help="Whose lists.  [default: arxiv with --category, else huggingface]",
)
@click.option("--category", "categories", multiple=True, help="An arXiv category; may be repeated.")
@_WHEEL
@click.option("--json", "to_programs", is_flag=True, help="Print what was written as JSON.")
def init(
    folder: Path, source: str | None, categories: tuple[str, ...], wheel: Path | None, to_programs: bool
) -> None:
    """Begin an archive in FOLDER, which is made, or is empty.

    For example: dailypapers init my-papers --source arxiv --category cs.CL
    """
    source = source or ("arxiv" if categories else "huggingface")
    if (source == "arxiv") != bool(categories):
        raise click.UsageError("--category is of arXiv; give --source arxiv with at least one of them")
    for category in categories:
        if not is_category(category):
            raise click.UsageError(f"--category {category!r} is no arXiv category such as cs.CL or hep-th")
    found = release(wheel)
    files = _first_files(folder, source, categories, found)
    _refuse_others(folder, files)
    for path, data in files.items():
        write(folder / path, data)
    if to_programs:
        click.echo(json.dumps({"version": found.version, "folder": str(folder.resolve())}, indent=2))
        return
    shown = click.format_filename(folder)
    click.echo(f"{shown} is an empty archive, pinned to dailypapers {found.version}. What to do next:")
    click.echo(f"  cd {shlex.quote(shown)}")
    click.echo("  dailypapers fetch   (or dailypapers add FILE)")
    click.echo("  dailypapers serve")


@click.command("upgrade")
@_WHEEL
@click.option("--json", "to_programs", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def upgrade(project: Path, wheel: Path | None, to_programs: bool) -> None:
    """Bring workflows and pins of an archive to the release that runs this, and show the difference.

    For example: uvx --from ./dailypapers-0.3.0-py3-none-any.whl dailypapers upgrade

    A file that a person edited stays, with the release's beside it, named .new. Nothing else is changed.
    """
    manifest = project / _MANIFEST
    if not manifest.exists():
        raise ArchiveError(f"{manifest}: not found; only what `dailypapers init` began is upgraded")
    found = release(wheel)
    files, known = program_files(found), json.loads(manifest.read_bytes())["files"]
    done = dict(_replaced(project, files, known)) | dict(_dropped(project, files, known))
    write(manifest, _manifest(found, files))
    if to_programs:
        click.echo(json.dumps({"version": found.version, "files": done}, indent=2))
        return
    for path, what in done.items():
        click.echo(f"{path}: {what}")
    click.echo(f"The archive is pinned to dailypapers {found.version}: {len(done) or 'no'} files differed.")


def _first_files(
    folder: Path, source: str, categories: tuple[str, ...], found: Release
) -> Mapping[str, str | bytes]:
    """Give all files of an empty archive, by path; the last, which names the day, says that it is whole."""
    files = program_files(found)
    return {
        **files,
        _MANIFEST: _manifest(found, files),
        "content/listings/.gitkeep": "",  # git keeps no empty folder
        f"content/{FORMAT_FILE}": format_text(),
        **_begun(folder, source, categories),
    }


def _refuse_others(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Raise ArchiveError for a folder with other files than a run that was cut short left."""
    whole = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
    unfinished = {unfinished_name(path) for path in files}
    for path in (each for each in folder.rglob("*") if not each.is_dir()):
        name = path.relative_to(folder).as_posix()
        if name not in unfinished and (name not in whole or path.read_bytes() != whole[name]):
            raise ArchiveError(f"{folder}: found files in it; name a new folder, or an empty one")
    remove_unfinished(folder)


def _begun(folder: Path, source: str, categories: tuple[str, ...]) -> Mapping[str, str]:
    """Give the files that are the archive's own from its first day on."""
    name = _name(folder.resolve().name)
    named = {
        "name": name,
        "quoted_name": json.dumps(name, ensure_ascii=False),  # YAML reads it as JSON does
        "source": source,
        "first": today_utc().isoformat(),
        "categories": f"\n          categories: [{', '.join(categories)}]" if categories else "",
    }
    paths = ("README.md", "content/index.md", "content/about.md", "mkdocs.yml")
    texts = {path: (TEMPLATE / path).read_text("utf-8") for path in paths}
    return {path: Template(text).substitute(named) for path, text in texts.items()}


def _name(folder: str) -> str:
    """Give the name of an archive in a folder: its words, the first letter a capital."""
    words = "".join(each if each.isprintable() and each not in "-_" else " " for each in folder).split()
    name = " ".join(words) or "daily papers"
    return name[0].upper() + name[1:]


def _manifest(found: Release, files: Mapping[str, bytes]) -> str:
    digests = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    return json.dumps({"version": found.version, "files": digests}, indent=1) + "\n"


def _replaced(
    project: Path, files: Mapping[str, bytes], known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Write the files that changed since the release before, and say of each what was done."""
    for path, data in files.items():
        file, before, now = project / path, known.get(path), sha256(data).hexdigest()
        there = file.read_bytes() if file.exists() else None
        if there == data or (before == now and there != data):
            continue
        if there is None and before:
            yield path, "was deleted here; stays so"
        elif there is None or sha256(there).hexdigest() == before:
            _show(path, there or b"", data)
            write(file, data)
            yield path, "replaced" if there else "new"
        else:
            _show(path, there, data)
            write(file.with_name(f"{file.name}.new"), data)
            yield path, f"edited here; the release's is {file.name}.new"


def _dropped(
    project: Path, files: Mapping[str, bytes], known: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Delete files of the release before that this one has no more, and no person edited."""
    for path in known.keys() - files.keys():
        file = project / path
        if file.exists() and sha256(file.read_bytes()).hexdigest() == known[path]:
            file.unlink()
            yield path, "deleted"


def _show(path: str, before: bytes, after: bytes) -> None:
    """Print a difference, where both are text."""
    try:
        old, new = (text.decode().splitlines() for text in (before, after))
    except UnicodeDecodeError:
        return
    for line in unified_diff(old, new, path, path, lineterm="", n=1):
        click.echo(line, err=True)
