"""The engine of a built index, in a page of the browser, beside one index of everything."""

import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator.search import Document, Topic, build
from generator.search.documents import in_order
from generator.search.postings import Postings, unpacked
from generator.search.scoring import FIELDS, means
from generator.search.segments import inverted
from generator.text.analysis import analyse
from tests.search.papers import SCRIPTS
from tests.server import Serve

_HARNESS = Path(__file__).with_name("harness.js")


def open_engine(
    browser: Browser, serve: Serve, folder: Path, documents: Sequence[Document], topics: Sequence[Topic] = ()
) -> Page:
    """Return a page with `engine`, `index` and `ask` over the documents' index."""
    for name, data in build(documents, SCRIPTS, topics=topics).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    shutil.copy(_HARNESS, folder)
    (folder / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><script src="assets/search/worker.js"></script>'
        '<script src="harness.js"></script>'
    )
    page = browser.new_page()
    page.goto(serve(folder).url)
    page.evaluate("openArchive()")
    return page


def add_reference(page: Page, documents: Sequence[Document]) -> None:
    """Give the page one index of everything, as `reference`, and `compare`."""
    numbered = in_order(documents)
    both = inverted(numbered)
    papers = [_texts(number, document) for number, document in enumerate(numbered)]
    page.evaluate(
        "full",
        {
            "papers": papers,
            "extras": _extras(both, papers),
            "means": means(both[0].lengths),
            "fields": {
                name: {
                    "boost": field.boost, "b": field.b, "steps": field.steps,
                    "lowest": min(field.levels), "highest": max(field.levels),
                }
                for name, field in FIELDS.items()
            },
        },
    )  # fmt: skip


def _texts(number: int, document: Document) -> dict[str, str]:
    return {
        "ref": str(number),
        "title": document.searched_title,
        "abstract": document.abstract,
        "authors": "\n".join(document.authors),
        "topics": "\n".join(document.topics),
        "arxiv": document.arxiv_id or "",
    }


def _extras(segments: Sequence[Postings], papers: Sequence[dict[str, str]]) -> list[dict[str, list[str]]]:
    """Give, of each paper, the terms of each field beyond its words; no names, as no syntax asks for them."""
    counted = [{field: Counter[str]() for field in FIELDS} for _ in papers]
    for postings in segments:
        for term in (term for term in postings.terms if "'" not in term):
            for paper, packed in postings.of(term):
                for field, count in zip(FIELDS, unpacked(packed), strict=True):
                    counted[paper][field][term] = count
    return [
        {field: sorted((counts[field] - Counter(analyse(texts[field]))).elements()) for field in FIELDS}
        for counts, texts in zip(counted, papers, strict=True)
    ]
