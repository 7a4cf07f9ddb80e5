"""Search, measured in a browser beside Material's own and Pagefind, over the same papers in the same run.

Run by `make bench`, or alone: `python -m bench.search [number of titles]`. Needs ../shared/data and the
packages playwright and pagefind[extended].
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.contenders import CONTENDERS, Contender, ours
from bench.server import SLOW_4G, Line, serve
from bench.slow import slowed
from generator.search import Document, build
from generator.search.files import gzipped_size
from tests.search.known_item import misspelt
from tests.search.papers import CORPUS, SCRIPTS, corpus

FIRST = "contrastive learning"
NEXT = "retrieval augmented generation"
FUZZY = "transfomer~1"
TITLES = 500
TIMES = 5
MANY = 100_000
_SIZES = (
    "| papers | first query, middle | worst | a paper | files | a day more changes | and takes |\n"
    "|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Visit:
    """One reader with an empty cache: bytes and seconds."""

    before: int
    first: int
    first_seconds: float
    following: int
    fuzzy: int


def visit(browser: Browser, contender: Contender, *, slow: bool = False) -> Visit:
    """Open the page, search, search again, search with a slip."""
    line = Line(*SLOW_4G) if slow else Line()
    address = serve(contender.folder, line)
    context = browser.new_context()
    context.set_default_timeout(180_000)
    page = context.new_page()
    if not contender.eager:
        page.goto(address, wait_until="networkidle")
        # The driver's own scripts, which come with its first questions, are nothing that a reader waits for.
        page.wait_for_function("() => true")
        page.is_visible(contender.input)
    opened = line.sent
    with slowed(browser, 4 if slow else 1):
        begin = time.perf_counter()
        if contender.eager:
            page.goto(address)
            page.evaluate("document.querySelector('[for=__search]')?.click()")
        seconds = _search(page, contender, FIRST) - begin
    first = _settled(page, line)
    _search(page, contender, NEXT)
    following = _settled(page, line)
    if contender.fuzzy:
        _search(page, contender, FUZZY)
    fuzzy = _settled(page, line)
    context.close()
    cost = first - opened
    return Visit(cost if contender.eager else 0, cost, seconds, following - first, fuzzy - following)


def _search(page: Page, contender: Contender, text: str) -> float:
    """Return when ten results were there."""
    page.evaluate(
        "(result) => document.querySelectorAll(result).forEach((one) => one.remove())", contender.result
    )
    page.fill(contender.input, text)
    # Material listens for keys.
    page.press(contender.input, "End")
    page.wait_for_function(
        "(result) => document.querySelectorAll(result).length >= 10", arg=contender.result, polling=10
    )
    return time.perf_counter()


def _settled(page: Page, line: Line) -> int:
    before = -1
    while before != line.sent:
        before = line.sent
        page.wait_for_timeout(500)
    return before


def known_items(
    browser: Browser, contender: Contender, documents: Sequence[Document], count: int
) -> tuple[float, float]:
    """Return how often a title is first, and how often in the first three when it is misspelt."""
    chance = random.Random(5)  # noqa: S311
    sample = chance.sample(documents, count)
    page = browser.new_page()
    page.set_default_timeout(1_800_000)
    page.goto(serve(contender.folder, Line()))

    def rank(ask: Callable[[Document], str]) -> list[int]:
        found = [page.evaluate(contender.find, ask(paper)) for paper in sample]
        return [
            next((place for place, url in enumerate(urls) if url.strip("/") == paper.address.strip("/")), 99)
            for paper, urls in zip(sample, found, strict=True)
        ]

    whole, slipped = rank(lambda paper: paper.title), rank(lambda paper: misspelt(paper.title, chance))
    page.close()
    return (sum(place == 0 for place in whole) / count, sum(place < 3 for place in slipped) / count)


def shuffled(documents: Sequence[Document], count: int) -> list[Document]:
    """Return so many papers: these, then copies of them with words and names in another order, by a seed."""
    chance = random.Random(17)  # noqa: S311
    copies = (_copy(number, chance.choice(documents), chance) for number in range(count - len(documents)))
    return [*documents, *copies]


def _copy(number: int, paper: Document, chance: random.Random) -> Document:
    names = [word for name in paper.authors for word in name.split()]
    given, family = chance.sample(names, len(names)), chance.sample(names, len(names))
    return replace(
        paper,
        address=f"papers/copy-{number}/",
        arxiv_id=None,
        title=_reordered(paper.title, chance),
        abstract=_reordered(paper.abstract, chance),
        authors=tuple(map(" ".join, zip(given, family, strict=True)))[: len(paper.authors)],
    )


def _reordered(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(chance.sample(words, len(words)))


def day_more(documents: Sequence[Document]) -> str:
    """Tell what an index costs, and what of it the newest day changed, as a row of Markdown."""
    newest = max(document.days[0] for document in documents)
    earlier = [document for document in documents if document.days[0] < newest]
    kept: dict[bytes, bytes] = {}

    def keep(value: object, of: Sequence[Document], make: Callable[[], bytes]) -> bytes:
        key = sha256(repr((value, of)).encode()).digest()
        if key not in kept:
            kept[key] = make()
        return kept[key]

    before = build(earlier, SCRIPTS, keep).files
    begin = time.process_time()
    index = build(documents, SCRIPTS, keep)
    seconds = time.process_time() - begin
    changed = [data for name, data in index.files.items() if before.get(name) != data]
    sizes = index.sizes
    cells = (
        f"{sizes.papers:,}",
        _kilobytes(sizes.median_cold),
        _kilobytes(sizes.worst_cold[1]),
        f"{sizes.total / sizes.papers:,.0f} bytes",
        f"{sizes.files:,}",
        f"{len(changed):,} ({_kilobytes(sum(map(gzipped_size, changed)))})",
        f"{seconds:.1f} s",
    )
    return f"| {' | '.join(cells)} |"


def table(browser: Browser, contenders: Sequence[Contender]) -> str:
    """Return the budget table, as Markdown."""
    visits = {}
    for contender in contenders:
        visits[contender] = (
            sorted((visit(browser, contender) for _ in range(TIMES)), key=lambda one: one.first_seconds)[
                TIMES // 2
            ],
            visit(browser, contender, slow=True),
        )
    rows: list[tuple[str, Callable[[Contender], str]]] = [
        ("bytes before anyone searches", lambda one: _kilobytes(visits[one][0].before)),
        (f'bytes, first query ("{FIRST}")', lambda one: _kilobytes(visits[one][0].first)),
        (f'bytes, next query ("{NEXT}")', lambda one: _kilobytes(visits[one][0].following)),
        (f'bytes, then "{FUZZY}"', lambda one: _kilobytes(visits[one][0].fuzzy) if one.fuzzy else "-"),
        ("first results, desktop", lambda one: f"{visits[one][0].first_seconds:.2f} s"),
        ("first results, slow 4G and 4x slower CPU", lambda one: f"{visits[one][1].first_seconds:.2f} s"),
        ("indexing", lambda one: f"{one.seconds:.1f} s" if one.seconds else "in each browser"),
        ("memory of indexing", lambda one: f"{one.megabytes:,.0f} MB" if one.megabytes else "-"),
        ("files", lambda one: f"{one.files:,}"),
    ]
    lines = [("", *(one.name for one in contenders)), ("---",) * (len(contenders) + 1)]
    lines += [(name, *(cell(one) for one in contenders)) for name, cell in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.0f} kB"


def main() -> None:
    """Print the budget table, known-item figures and the figures of both corpora."""
    titles = int(sys.argv[1]) if len(sys.argv) > 1 else TITLES
    papers = corpus(CORPUS)
    folder = Path(tempfile.mkdtemp())
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
            )
            # Ours first: the memory of a process is the most that it ever had.
            built = [make(folder / make.__name__, papers) for make in reversed(CONTENDERS)]
            _say(f"\n{len(papers):,} papers\n\n{table(browser, built)}\n")
            _say(f"| {titles} titles | first | with a slip, first three |\n| --- | --- | --- |")
            for contender in built:
                first, slipped = known_items(browser, contender, papers, titles)
                _say(f"| {contender.name} | {first:.1%} | {slipped:.1%} |")
            both = [*papers, *corpus(CORPUS.with_name("corpus-arxiv.jsonl.gz"))]
            _say(f"\n{_SIZES}")
            for documents in (papers, both, shuffled(both, MANY)):
                _say(day_more(documents))
            _say(f"\n{len(both):,} papers\n\n{table(browser, [ours(folder / 'both', both)])}")
            browser.close()
    finally:
        shutil.rmtree(folder)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
