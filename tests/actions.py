"""Runs workflows of `.github/workflows/` here: their own commands, with what GitHub Actions gives them.

The actions that it uses are played by the few lines that matter here. What is understood of expressions is
what the workflows need (https://docs.github.com/actions/reference/workflows-and-actions/expressions).
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
import yaml

from tests.sites import ROOT

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_OPERATORS = {"&&": " and ", "||": " or ", "!": " not ", "null": "none"}
_OPERATOR = re.compile(r"&&|\|\||!(?!=)|\bnull\b")
_STATUS = re.compile(r"\b(?:success|failure|cancelled|always)\(\)")


@dataclass
class Repository:
    """A bare repository on this machine in the place of one on GitHub, and its Pages."""

    origin: Path
    runners: Path
    """The folder in which every job gets a folder of its own."""
    make_environment: Callable[[Path], None] = lambda _: None
    """Sets up, in a checkout, what `make setup` would install."""
    others: list[Callable[[], None]] = field(default_factory=list)
    """What others do as soon as a job has checked the repository out, once."""
    deployed: Path | None = None
    """The site as it was last deployed."""
    cached: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The files that jobs keep for later ones, by path."""
    _keeping: list[Path] = field(default_factory=list)
    _artifact: Path | None = None
    _jobs: int = 0

    def play(self, job: Path, uses: str, given: Mapping[str, Any], ref: str) -> dict[str, str]:
        """Do what an action does for a job of a run on `ref`; give its outputs."""
        action = uses.partition("@")[0]
        if action == "actions/checkout":
            depth = [] if given.get("fetch-depth") == "0" else ["--depth=1"]
            branch = given.get("ref", ref).removeprefix("refs/heads/")
            git(job, "clone", "--quiet", *depth, f"--branch={branch}", self.origin.as_uri(), ".")
            self.make_environment(job)
            while self.others:
                self.others.pop()()
        elif action == "actions/configure-pages":
            return {"base_url": "https://owner.example/archive"}
        elif action == "actions/upload-pages-artifact":
            self._artifact = Path(shutil.copytree(job / given["path"], job.with_suffix(".artifact")))
        elif action == "actions/deploy-pages":
            self.deployed = self._artifact
        elif action == "actions/cache":
            self._keeping.append(job / given["path"])
            if given["path"] in self.cached:
                for path, data in self.cached[given["path"]].items():
                    (job / path).parent.mkdir(parents=True, exist_ok=True)
                    (job / path).write_bytes(data)
        else:
            assert action == "actions/setup-python", f"what does {action} do?"
        return {}

    def keep(self, job: Path) -> None:
        """Keep what a job that ended well wanted to be kept."""
        while self._keeping:
            path = self._keeping.pop()
            files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
            if files:
                kept = {each.relative_to(job).as_posix(): each.read_bytes() for each in files}
                self.cached[path.relative_to(job).as_posix()] = kept

    def new_job(self) -> Path:
        """Give an empty folder for a job."""
        self._jobs += 1
        folder = self.runners / str(self._jobs)
        folder.mkdir(parents=True)
        return folder


@dataclass
class Run:
    """What came of running a workflow."""

    results: dict[str, str] = field(default_factory=dict)
    """success, failure or skipped, by job."""
    output: str = ""
    """What all commands printed."""
    summary: str = ""
    """What stands in the job summaries."""

    @property
    def red(self) -> bool:
        return "failure" in self.results.values()


def run(
    name: str,
    repository: Repository,
    inputs: Mapping[str, str] = MappingProxyType({}),
    variables: Mapping[str, str] = MappingProxyType({}),
    only: str | None = None,
    **github: str,
) -> Run:
    """Run a workflow by its file's name, or one job of it; `github` are more variables of that context."""
    done = Run()
    context = {
        "github": {
            "ref": "refs/heads/main",
            "server_url": "https://github.example",
            "repository": "owner/archive",
            "token": "secret",
            **github,
        },
        "inputs": inputs,
        "vars": {"SMTP_HOST": "", **variables},
        "secrets": {},
    }
    _run_workflow(f".github/workflows/{name}", repository, context, done, prefix="", only=only)
    return done


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and give what it prints, without its last line break."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.rstrip("\n")


def _run_workflow(
    path: str,
    repository: Repository,
    context: dict[str, Any],
    done: Run,
    prefix: str,
    only: str | None = None,
) -> str:
    """Run the jobs of a workflow, which stand in an order that their needs allow; give its result."""
    workflow = yaml.safe_load((ROOT / path).read_text())
    needs: dict[str, Any] = {}
    for name, job in workflow["jobs"].items():
        wanted = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        given = {**context, "needs": {each: needs[each] for each in wanted}}
        ok = all(needs[each]["result"] == "success" for each in wanted)
        result, outputs = "skipped", dict[str, str]()
        if only in (None, name) and _holds(job.get("if"), given, ok):
            if "uses" in job:
                result = _run_workflow(job["uses"], repository, context, done, f"{prefix}{name}/")
            else:
                result, outputs = _run_job(job, repository, given, done)
        needs[name] = {"result": result, "outputs": outputs}
        done.results[prefix + name] = result
    failed = any(each["result"] == "failure" for each in needs.values())
    return "failure" if failed else "success"


def _run_job(
    job: dict[str, Any], repository: Repository, context: dict[str, Any], done: Run
) -> tuple[str, dict[str, str]]:
    folder, ok = repository.new_job(), True
    steps: dict[str, Any] = {}
    context = {**context, "steps": steps}
    for number, step in enumerate(job["steps"]):
        outcome, outputs = "skipped", dict[str, str]()
        if _holds(step.get("if"), context, ok):
            given = {key: _filled(value, context) for key, value in step.get("with", {}).items()}
            if "uses" in step:
                outcome, outputs = (
                    "success",
                    repository.play(folder, step["uses"], given, context["github"]["ref"]),
                )
            else:
                outcome = _run_step(step, folder, repository, context, done)
            ok = ok and outcome == "success"
        steps[step.get("id", str(number))] = {"outcome": outcome, "outputs": outputs}
    if ok:
        repository.keep(folder)
    outputs = {name: _filled(value, context) for name, value in job.get("outputs", {}).items()}
    return "success" if ok else "failure", outputs


def _run_step(
    step: dict[str, Any], folder: Path, repository: Repository, context: dict[str, Any], done: Run
) -> str:
    """Run a step's commands as `bash -e` does; give its outcome."""
    github, summary = context["github"], folder.with_suffix(".summary")
    remote = f"https://x-access-token:{github['token']}@github.example/owner/archive"
    summary.write_text("")
    environment = {
        **os.environ,
        "CI": "true",
        "GITHUB_REF": github["ref"],
        "GITHUB_BASE_REF": github.get("base_ref", ""),
        "GITHUB_REPOSITORY": github["repository"],
        "GITHUB_SERVER_URL": github["server_url"],
        "GITHUB_STEP_SUMMARY": str(summary),
        # In the place of the network: git asks the origin here for what it is to ask GitHub for.
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{repository.origin.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": remote,
        **{key: _filled(value, context) for key, value in step.get("env", {}).items()},
    }
    ran = subprocess.run(
        ["bash", "-e", "-c", _filled(step["run"], context)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    done.output += ran.stdout
    done.summary += summary.read_text()
    return "failure" if ran.returncode else "success"


def _holds(condition: str | None, context: dict[str, Any], ok: bool) -> bool:
    """Tell whether a step or job is run; without a word about the status, only after success."""
    expression = _EXPRESSION.sub(r"\1", condition or "success()")
    if not _STATUS.search(expression):
        expression = f"success() && ({expression})"
    functions = {"success": lambda: ok, "failure": lambda: not ok, "cancelled": bool, "always": lambda: True}
    return bool(_value(expression, {**context, **functions}))


def _filled(text: object, context: Mapping[str, Any]) -> str:
    return _EXPRESSION.sub(lambda found: str(_value(found[1], context) or ""), str(text))


def _value(expression: str, context: Mapping[str, Any]) -> object:
    written = _OPERATOR.sub(lambda found: _OPERATORS[found[0]], expression)
    return _Expressions().compile_expression(written)(**context)


class _Expressions(jinja2.Environment):
    """Their syntax is Jinja's but for the operators; what is absent is null."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj.get(attribute)
