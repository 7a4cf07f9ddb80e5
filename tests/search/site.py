"""A small site with our search in Material's header, built by MkDocs as the archive is."""

import shutil
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator.search import Document, build
from tests.search.papers import SCRIPTS

_THEME = SCRIPTS.parents[1]
_POLICY = "default-src 'none'; " + "; ".join(
    f"{kind}-src 'self'" for kind in ("script", "style", "worker", "connect", "img", "manifest")
)
_MAIN = f"""{{% extends "base.html" %}}
{{% block extrahead %}}<meta http-equiv="Content-Security-Policy" content="{_POLICY}">{{% endblock %}}
"""


def site_with_search(folder: Path, documents: Sequence[Document]) -> Path:
    """Build the site in a folder; returns where it stands."""
    theme = folder / "theme"
    shutil.copytree(SCRIPTS, theme / "assets/search")
    shutil.copytree(_THEME / "partials", theme / "partials")
    shutil.copy(_THEME / "search.html", theme)
    shutil.copy(_THEME / "assets/archive.css", theme / "assets")
    (theme / "main.html").write_text(_MAIN)
    (theme / "partials/header.html").write_text(_header())
    docs = folder / "docs"
    (docs / "papers").mkdir(parents=True)
    (docs / "index.md").write_text("# Welcome\n\nA page with a <input aria-label='note'> to type in.\n")
    (docs / "search.md").write_text("---\ntemplate: search.html\ntitle: Search\n---\n")
    (docs / "papers/index.md").write_text("# Archive\n")
    for document in documents[-20:]:
        page = docs / f"{document.address.rstrip('/')}.md"
        page.write_text("---\ntitle: Paper\n---\nThe paper.\n")
    config = {
        "site_name": "Papers",
        "site_url": "https://example.org/",
        "theme": {
            "name": "material",
            "custom_dir": str(theme),
            "font": False,
            "palette": {"scheme": "default"},
        },
        "plugins": [],
        "extra_css": ["assets/archive.css", "assets/search/search.css"],
        "nav": [{"Home": "index.md"}],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
    build_site(load_config(str(folder / "mkdocs.yml")))
    for name, data in build(documents, SCRIPTS).files.items():
        (folder / "site" / name).write_bytes(data)
    return folder / "site"


def _header() -> str:
    material = find_spec("material")
    assert material is not None
    assert material.origin is not None
    original = Path(material.origin).parent / "templates/partials/header.html"
    return original.read_text().replace(
        "{% if config.repo_url %}", '{% include "partials/search.html" %}\n    {% if config.repo_url %}'
    )
