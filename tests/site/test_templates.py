"""How templates print what views hold."""

from datetime import date

import pytest
from jinja2 import Environment, UndefinedError

from generator.site.head import Site
from generator.site.library import Library
from generator.site.templates import FILTERS, prepare
from generator.site.views import View
from generator.site.views.single import home_view, lost_view, written_view
from tests.sites import ROOT

SITE = Site("<An Archive>", "", "https://archive.example/daily/")
EMPTY = Library({}, {}, {})
DEEP = written_view(SITE, None, "papers/date/", "Days", "")


def printed(template: str, view: View = DEEP, **more: object) -> str:
    env = Environment()  # noqa: S701 - what is tested makes it escape
    prepare(env)
    return env.from_string(template).render(view=view, **more)


@pytest.mark.parametrize("name", ["nothing", "view.nothing", "view.site.nothing"])
def test_a_name_that_no_view_has_is_an_error(name: str) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        printed(f"{{% if {name} %}}{{% endif %}}")


def test_what_views_hold_is_escaped_and_formulas_are_not() -> None:
    assert printed("{{ view.site.name }}") == "&lt;An Archive&gt;"
    assert printed("{{ '<b> $x$' | inline }}").startswith("&lt;b&gt; <math>")


@pytest.mark.parametrize(
    ("view", "address", "link"),
    [
        (home_view(EMPTY, SITE, ()), ".", "."),
        (home_view(EMPTY, SITE, ()), "papers/", "papers/"),
        (DEEP, ".", "../.."),
        (DEEP, "papers/date/", "./"),
        (DEEP, "papers/", "../"),
        (DEEP, "feed.xml", "../../feed.xml"),
        (lost_view(SITE), "papers/", "/daily/papers/"),
        (lost_view(Site("", "", "")), "papers/", "/papers/"),
    ],
)
def test_links_are_relative_but_on_the_page_that_is_served_at_every_depth(
    view: View, address: str, link: str
) -> None:
    assert printed("{{ address | url }}", view, address=address) == link


def test_a_day_is_printed_as_people_read_it() -> None:
    assert printed("{{ day | day_name }}", day=date(2025, 8, 6)) == "Wednesday, 6 August 2025"


def test_templates_use_every_filter() -> None:
    used = "".join(path.read_text() for path in (ROOT / "site_theme").rglob("*.html"))

    assert [name for name in FILTERS if f"| {name}" not in used and f'map("{name}")' not in used] == []
