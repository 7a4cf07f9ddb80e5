from datetime import date
from typing import Any

import pytest

from generator.doors.settings import settings
from generator.papers.errors import SettingsError
from generator.search.saved import SavedQuery

DAY = date(2025, 8, 6)
WHOLE = {
    "title": "Agents",
    "query": " agents  memory ",
    "from": DAY,
    "votes": 3,
    "code": True,
    "category": "cs.CL",
}


def test_a_query_is_read_with_its_filters() -> None:
    found = settings(
        {"queries": {"agents": WHOLE, "old": "withdrawn", "code": {"title": "Code", "code": True}}}
    )

    assert found.queries == (
        SavedQuery("agents", "Agents", "agents memory", DAY, 3, code=True, category="cs.CL"),
        SavedQuery("code", "Code", code=True),
    )
    assert found.withdrawn_queries == ("old",)


@pytest.mark.parametrize(
    ("queries", "said"),
    [
        ([WHOLE], "queries: found .* allowed: queries by name"),
        ({f"q{n}": WHOLE for n in range(101)}, "found 101; allowed: 100; withdraw some"),
        ({"My Query": WHOLE}, "found the name 'My Query'; allowed: 80 characters of a-z, 0-9 and -"),
        ({"q/../x": WHOLE}, "found the name"),
        ({5: WHOLE}, "found the name 5"),
        ({"q": "gone"}, "queries: q: found 'gone'; it takes title and one or more of query, from"),
        ({"q": {"title": "Q"}}, "it takes title and one or more"),
        ({"q": {"query": "agents"}}, "it takes title and one or more"),
        ({"q": {**WHOLE, "until": DAY}}, "it takes title and one or more"),
        ({"q": {**WHOLE, "title": "a\nb"}}, "title: found .* on one line"),
        ({"q": {**WHOLE, "title": "x" * 101}}, "title: found .* 100 characters at most"),
        ({"q": {**WHOLE, "query": 5}}, "query: found 5; allowed: a text"),
        ({"q": {**WHOLE, "query": ""}}, "query: found ''; allowed: a text"),
        ({"q": {**WHOLE, "query": "agent~1"}}, "queries: q: query: found 'agent~1'; allowed: word"),
        ({"q": {**WHOLE, "from": "soon"}}, "from: found 'soon'; allowed: a day such as 2025-08-06"),
        ({"q": {**WHOLE, "votes": True}}, "votes: found True; allowed: a number, 1 or more"),
        ({"q": {**WHOLE, "votes": 0}}, "votes: found 0; allowed"),
        ({"q": {**WHOLE, "code": "yes"}}, "code: found 'yes'; allowed: true, false"),
        ({"q": {**WHOLE, "category": "../cs"}}, "category: found '../cs'; allowed: one of arXiv's"),
    ],
)
def test_a_query_that_cannot_be_understood_is_named(queries: Any, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        settings({"queries": queries})


def test_a_query_of_what_is_left_out_is_refused() -> None:
    with pytest.raises(SettingsError, match="votes: found 3, but leave_out has votes; remove one"):
        settings({"queries": {"q": WHOLE}, "leave_out": ["votes"]})
