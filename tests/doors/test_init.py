"""An archive begun by the wheel alone, in an environment with nothing else but what it pins."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
import urllib.request
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from tests.sites import LISTING, ROOT, build, make_project, tree

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, since a build leaves files behind."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "copy"
    for name in ("generator", "site_theme", ".github"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"), symlinks=True)
    for name in ("pyproject.toml", "requirements.txt", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "wheel")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run([*pip, *options, str(copy)], check=True, env=environment)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the Python of an environment with the wheel, and the packages that it pins as they are here."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
    subprocess.run(
        [*pip, "--ignore-installed", "--no-index", "--no-deps", "--prefix", str(folder), str(wheel)],
        check=True,
    )
    (packages / "pins.pth").write_text(sysconfig.get_path("purelib"))  # where no .pth file leads back here
    return folder / "bin" / "python"


@pytest.fixture
def run(python: Path, tmp_path: Path) -> Run:
    def call(*arguments: str, folder: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        command = [str(python), "-m", "generator", *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)

    return call


@pytest.fixture
def archive(run: Run, tmp_path: Path) -> Path:
    done = run("init", "my-papers")
    assert done.returncode == 0, done.stderr
    return tmp_path / "my-papers"


def test_an_archive_is_begun_filled_built_and_checked_without_the_repository(
    archive: Path, run: Run, tmp_path: Path
) -> None:
    added = run("add", str(LISTING), folder=archive)
    built = run("build", folder=archive)
    checked = run("check", folder=archive)

    assert "89 received, 89 new" in added.stdout
    assert built.returncode == 0, built.stderr
    assert "Looked at the archive and the site: no problems." in checked.stdout
    other = make_project(tmp_path / "repository")
    shutil.copy(archive / "mkdocs.yml", other)
    shutil.rmtree(other / "content")
    shutil.copytree(archive / "content", other / "content")
    assert tree(archive / "site") == tree(build(other))


def test_build_tells_programs_what_it_added_and_built(archive: Path, run: Run) -> None:
    shutil.copy(LISTING, archive / "content" / "listings")
    told = json.loads(run("build", "--json", folder=archive).stdout)

    assert (told["received"], told["built"]["papers"]) == (89, 89)
    assert told["built"]["bytes"] == sum(map(len, tree(archive / "site").values()))


def test_what_init_writes_is_pinned_to_the_wheel_and_says_what_to_do(
    run: Run, tmp_path: Path, wheel: Path
) -> None:
    done = run("init", "a/cs-papers", "--source", "arxiv", "--category", "cs.CL", "--category", "cs.AI")
    archive = tmp_path / "a" / "cs-papers"
    pins = (archive / "requirements.txt").read_text().splitlines()
    settings = yaml.safe_load((archive / "mkdocs.yml").read_text().replace("!ENV", ""))

    assert [line.strip() for line in done.stdout.splitlines()[1:]] == [
        "cd a/cs-papers",
        "dailypapers fetch   (or dailypapers add FILE)",
        "dailypapers serve",
    ]
    assert pins[0] == f"./wheels/{wheel.name} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"
    assert (archive / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    assert pins[1:] == (ROOT / "requirements.txt").read_text().splitlines()
    assert settings["site_name"] == "Cs papers"
    assert settings["plugins"][0]["dailypapers"]["sources"][0]["categories"] == ["cs.CL", "cs.AI"]
    assert (archive / "content" / "format.txt").read_text() == "1\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("init", "."), 1, "found files in it; name a new folder, or an empty one"),
        (("init", "x", "--source", "arxiv"), 2, "give --source arxiv with at least one of them"),
        (("init", "x", "--source", "text", "--category", "cs.CL"), 2, "--category is of arXiv"),
        (("init", "x", "--source", "arxiv", "--category", "c s"), 2, "is no arXiv category"),
        (("upgrade",), 1, "only what `dailypapers init` began is upgraded"),
        (("build",), 1, "`dailypapers init FOLDER` begins an archive"),
        (("check",), 1, "`dailypapers init FOLDER` begins an archive"),
        (("serve",), 1, "`dailypapers init FOLDER` begins an archive"),
        (("fetch",), 1, "`dailypapers init FOLDER` begins an archive"),
    ],
)
def test_where_there_is_no_archive_one_line_says_what_is_missing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "a file").touch()
    done = run(*arguments)

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_a_run_that_was_cut_short_is_repeated(archive: Path, run: Run) -> None:
    whole = tree(archive)
    for number, name in enumerate(sorted(whole)):
        if number % 2 or name == "mkdocs.yml":
            (archive / name).unlink()
    (archive / ".mkdocs.yml.unfinished").write_text("site_n")

    again = run("init", "my-papers")

    assert again.returncode == 0, again.stderr
    assert tree(archive) == whole


@pytest.mark.parametrize("name", ["notes.txt", "mkdocs.yml", ".notes.unfinished"])
def test_a_folder_with_files_of_others_is_left_alone(archive: Path, run: Run, name: str) -> None:
    (archive / name).write_text("Mine.")
    before = tree(archive)

    refused = run("init", "my-papers")

    assert refused.returncode == 1
    assert "found files in it; name a new folder, or an empty one" in refused.stderr
    assert tree(archive) == before


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Ünï côdé: 'x'", "Ünï côdé: 'x'"),
        ('- #a: "b\\n', '#a: "b\\n'),
        ("_", "Daily papers"),
        ("no", "No"),
        ("NLP", "NLP"),
    ],
)
def test_whatever_a_folder_is_called_its_archive_is_whole(
    run: Run, tmp_path: Path, folder: str, name: str
) -> None:
    done = json.loads(run("init", "--category", "cs.CL", "--json", "--", folder).stdout)
    settings = yaml.safe_load((tmp_path / folder / "mkdocs.yml").read_text().replace("!ENV", ""))

    assert done == {"version": "0.2.0", "folder": str(tmp_path / folder)}
    assert settings["site_name"] == name
    assert settings["plugins"][0]["dailypapers"]["sources"][0]["source"] == "arxiv"
    assert run("check", folder=tmp_path / folder).stderr == ""


def test_a_template_beside_mkdocs_yml_wins(archive: Path, run: Run) -> None:
    (archive / "site_theme" / "partials").mkdir(parents=True)
    (archive / "site_theme" / "partials" / "footer.html").write_text("<footer>Sheep and sons</footer>")
    run("build", folder=archive)

    home = (archive / "site" / "index.html").read_text()
    assert "Sheep and sons" in home
    assert 'href="assets/archive.css"' in home


def test_serve_answers(archive: Path, python: Path) -> None:
    command = [str(python), "-m", "generator", "serve", "--address", "127.0.0.1:18734"]
    with subprocess.Popen(
        command, cwd=archive, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            assert "No list has been added yet" in _answer("http://127.0.0.1:18734/daily-papers/")
        finally:
            subprocess.run(["pkill", "-P", str(server.pid)], check=False)
            server.terminate()


def _answer(url: str) -> str:
    for _ in range(150):
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} does not answer")


@pytest.fixture
def older(archive: Path) -> Path:
    """Make an archive one of the release before, which had other files."""
    before = {
        ".github/push.sh": "# of the release before\n",
        ".github/workflows/daily.yml": "name: Before\n",
        ".github/old.sh": "# gone since\n",
        "requirements.txt": "before\n",
    }
    manifest = json.loads((archive / ".github" / "dailypapers.json").read_text())
    manifest["version"] = "0.1.9"
    for path, text in before.items():
        (archive / path).write_text(text)
        manifest["files"][path] = sha256(text.encode()).hexdigest()
    del manifest["files"][".github/setup.sh"]
    (archive / ".github" / "setup.sh").unlink()
    (archive / ".github" / "fetch.sh").unlink()
    (archive / ".github" / "dailypapers.json").write_text(json.dumps(manifest))
    return archive


def test_upgrade_brings_what_nobody_edited_and_lays_the_rest_beside(older: Path, run: Run) -> None:
    (older / ".github" / "workflows" / "daily.yml").write_text("name: Mine\n")
    own = {
        path: data for path, data in tree(older).items() if not path.startswith((".github", "requirements"))
    }

    done = run("upgrade", folder=older)
    files = tree(older)

    assert done.stdout.splitlines() == [
        ".github/push.sh: replaced",
        ".github/setup.sh: new",
        ".github/workflows/daily.yml: edited here; the release's is daily.yml.new",
        "requirements.txt: replaced",
        ".github/old.sh: deleted",
        "The archive is pinned to dailypapers 0.2.0: 5 files differed.",
    ]
    assert "-# of the release before" in done.stderr
    assert files[".github/push.sh"] == (ROOT / ".github" / "push.sh").read_bytes()
    assert files[".github/workflows/daily.yml"] == b"name: Mine\n"
    assert files[".github/workflows/daily.yml.new"] == (ROOT / ".github/workflows/daily.yml").read_bytes()
    assert own.items() <= files.items()
    assert ".github/fetch.sh" not in files
    assert run("upgrade", folder=older).stdout.endswith("no files differed.\n")


def test_upgrade_knows_every_file_of_the_program(archive: Path, run: Run) -> None:
    known = json.loads((archive / ".github" / "dailypapers.json").read_text())["files"]
    own = {"mkdocs.yml", "README.md", "content/index.md", "content/about.md", "content/format.txt"}
    own |= {"content/listings/.gitkeep"}

    assert known.keys() == tree(archive).keys() - own - {".github/dailypapers.json"}
    told = json.loads(run("upgrade", "--json", folder=archive).stdout)
    assert told == {"version": "0.2.0", "files": {}}


def test_the_workflows_of_an_archive_need_nothing_of_the_repository(archive: Path) -> None:
    texts = [path.read_text() for path in archive.glob(".github/workflows/*.yml")]
    steps = [
        step["run"]
        for text in texts
        for job in yaml.safe_load(text)["jobs"].values()
        for step in job.get("steps", [])
        if "run" in step
    ]

    scripts = {command.split()[1] for command in steps if command.startswith("bash ")}
    assert scripts == {f".github/{name}.sh" for name in ("setup", "fetch", "push", "topics")}
    assert all((archive / script).is_file() for script in scripts)
    assert not any("make" in command for command in steps)
