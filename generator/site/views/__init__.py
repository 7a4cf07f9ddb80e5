"""What each page of the site shows: records in, views out, for the templates in `site_theme/`.

A view is made once and holds everything that its template shows. It holds records as they are, never HTML:
the templates escape (see `templates.py`).

View           what all pages have                                view.py
PaperView      a paper; TombstoneView, one that was taken down    papers.py
Listed         an entry of a day's list                           entries.py
DayView        a day; NoListView, one without a list              days.py
PeriodView     a week or a month; YearView                        periods.py
TrendView      what rose in a month, and in all                   trends.py
IndexView      all days, weeks, months, years                     indexes.py
QueryView      a saved query; QueriesView, all of them            queries.py
TopicView      a topic; TopicsView, all of them                   topics.py
HomeView       and status, data, search, starred, by hand, lost   single.py
"""

from collections.abc import Iterator

from ..head import Site
from ..library import Library
from ..status import Status
from .days import day_views, no_list_views
from .indexes import index_views
from .papers import paper_views, tombstone_views
from .periods import period_views, year_views
from .queries import query_views
from .single import search_view, starred_view, status_view
from .topics import topic_views
from .trends import trend_views
from .view import View

__all__ = ["View", "views"]


def views(library: Library, site: Site, status: Status) -> Iterator[View]:
    """Give every page that the archive itself makes; not the home page, which a person has a part in."""
    yield from paper_views(library, site)
    yield from tombstone_views(library, site)
    yield from day_views(library, site)
    yield from no_list_views(library, site, status.without_list)
    yield from period_views(library, site, "week")
    yield from period_views(library, site, "month")
    yield from year_views(library, site)
    yield from index_views(library, site)
    yield from trend_views(library, site)
    yield from topic_views(library, site)
    yield status_view(library, site, status)
    yield search_view(library, site)
    yield starred_view(library, site)
    yield from query_views(library, site)
