"""Three searches over the same papers, each on a page of its own: ours, Material's and Pagefind's."""

import html
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.search import Document, build

SCRIPTS = Path(__file__).parents[1] / "site_theme/assets/search"

_OURS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Ours</title>
<form action="search/" data-search><div><input name="q" data-search-input></div></form>
<script src="assets/search/boot.js" async></script>"""

_PAGEFIND = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Pagefind</title>
<input><ol></ol><script type="module">
const input = document.querySelector("input");
let loaded;
const load = () => (loaded ||= import("./pagefind/pagefind.js").then(async (it) => (await it.init(), it)));
input.onfocus = load;
self.find = async (text) => {
  const { results } = await (await load()).search(text);
  return (await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url);
};
input.oninput = async () => {
  document.querySelector("ol").replaceChildren();
  const urls = input.value ? await self.find(input.value) : [];
  document.querySelector("ol").replaceChildren(...urls.map((url) => {
    const item = document.createElement("li");
    item.textContent = url;
    return item;
  }));
};
</script>"""

_FIND_OURS = """async (text) => {
  document.querySelector("input").focus();
  while (!archive.openClient) await new Promise((resolve) => setTimeout(resolve, 50));
  self.bench ||= archive.openClient(archive.begin());
  const answer = await bench.query({ text, offset: 0, limit: 10 });
  return answer.items.map(({ address }) => address);
}"""

_FIND_MATERIAL = """async (text) => {
  const ask = (message) => new Promise((resolve) => {
    self.bench.onmessage = ({ data }) => resolve(data);
    self.bench.postMessage(message);
  });
  if (!self.bench) {
    const { search, base } = JSON.parse(document.getElementById("__config").textContent);
    self.bench = new Worker(new URL(search, location.href));
    const response = await fetch(new URL(`${base}/search/search_index.json`, location.href));
    const index = await response.json();
    await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  }
  const { data } = await ask({ type: 2, data: text });
  return data.items.slice(0, 10).map(([{ location }]) => location);
}"""


@dataclass(frozen=True)
class Contender:
    """A search that has been built into a folder."""

    name: str
    folder: Path
    input: str
    """Selector of the search box."""
    result: str
    """Selector of a result."""
    find: str
    """JavaScript: a text to the addresses of its first ten results."""
    eager: bool
    """Whether it fetches its index when the page is opened."""
    fuzzy: bool
    """Whether it knows lunr's syntax for fuzzy words."""
    seconds: float | None
    """What indexing takes; None where each browser does it."""
    megabytes: float | None
    """The most memory that indexing takes."""
    files: int


def ours(folder: Path, documents: Sequence[Document]) -> Contender:
    """Build our search."""
    begin = time.perf_counter()
    index = build(documents, SCRIPTS)
    seconds = time.perf_counter() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    for name, data in index.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    shutil.copy(SCRIPTS / "boot.js", folder / "assets/search")
    (folder / "index.html").write_text(_OURS)
    sys.stdout.write(f"{index.sizes}\n")
    return Contender(
        "here", folder, "[data-search-input]", "[data-search-result]", _FIND_OURS,
        False, True, seconds, megabytes, len(index.files),
    )  # fmt: skip


def material(folder: Path, documents: Sequence[Document]) -> Contender:
    """Build Material's page, with an index as its plugin writes it for these papers."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Material\n")
    config = {
        "site_name": "Material", "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False}, "plugins": ["search"],
    }  # fmt: skip
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
    build_site(load_config(str(folder / "mkdocs.yml")))
    path = folder / "site/search/search_index.json"
    index = json.loads(path.read_text())
    index["docs"] = [
        {"location": paper.address, "title": html.escape(paper.title), "text": _markup(paper)}
        for paper in documents
    ]
    path.write_text(json.dumps(index))
    return Contender(
        "Material", folder / "site", ".md-search__input", ".md-search-result__item", _FIND_MATERIAL,
        True, True, None, None, 1,
    )  # fmt: skip


def pagefind(folder: Path, documents: Sequence[Document]) -> Contender:
    """Build Pagefind's index of one page a paper."""
    for paper in documents:
        path = folder / paper.address / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(
            f'<!doctype html><html lang="en"><title>{html.escape(paper.title)}</title>'
            f"<main><h1>{html.escape(paper.title)}</h1>{_markup(paper)}</main>"
        )
    begin = time.perf_counter()
    subprocess.run(  # noqa: S603
        [sys.executable, "-m", "pagefind", "--site", str(folder)], check=True, capture_output=True
    )
    seconds = time.perf_counter() - begin
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    (folder / "index.html").write_text(_PAGEFIND)
    files = sum(path.is_file() for path in (folder / "pagefind").rglob("*"))
    return Contender(
        "Pagefind", folder, "input", "ol li", "(text) => find(text)", False, False, seconds, megabytes, files
    )


CONTENDERS: tuple[Callable[[Path, Sequence[Document]], Contender], ...] = (material, pagefind, ours)


def _markup(paper: Document) -> str:
    return f"<p>{html.escape(', '.join(paper.authors))}</p><p>{html.escape(paper.abstract)}</p>"
