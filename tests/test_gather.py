"""The daily job, day after day, against a server that fails now and then."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.add import Addition
from generator.answers import Answer, Kind
from generator.archive import Archive
from generator.check import check_archive, check_days
from generator.coverage import Coverage
from generator.endpoints import ARXIV_API, HuggingFace, arxiv_search
from generator.enrich import LeftOpen, Proposal
from generator.fetch import Clock, Fetcher
from generator.gather import Errand, Gathered, enrich, errands, gather, lacking_papers
from generator.harvest import days_between, recent_days
from generator.listing import Hint
from generator.pages import PaperPage
from generator.settings import Settings, SettingsError
from generator.sources import parse
from tests.faulty_server import FaultyServer, answer, serve
from tests.sites import tree

MONDAY = date(2026, 4, 6)
WEEK = days_between(MONDAY, MONDAY + timedelta(days=4))
SETTINGS = Settings((Coverage("huggingface", MONDAY),))

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>1</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>
<title>ArXiv Query: search_query=</title><id>http://arxiv.org/api/x</id><updated>2026-04-10T00:00:00Z</updated>
<entry><id>http://arxiv.org/abs/2604.00001v1</id><updated>2026-04-02T00:00:00Z</updated>
<published>2026-04-01T00:00:00Z</published><title>Counting Quokkas</title>
<summary>We count quokkas from the air and find more of them than anybody thought.</summary>
<author><name>Ada Wallaby</name></author></entry></feed>"""


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with serve() as server:
        yield server


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    with Fetcher(tmp_path / "cache", "tests", clock=Clock(sleep=lambda _: None), intervals={}) as fetcher:
        yield fetcher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def listed(day: date, count: int = 3) -> bytes:
    """Give what Hugging Face answers for a day of `count` papers."""
    entries = [
        {
            "paper": {
                "id": f"{day:%y%m}.{day.day:02}{number:03}",
                "title": f"Paper {number} of {day}",
                "summary": f"What we did on {day}, for the {number}th time.",
                "authors": [{"name": "Ada Wallaby"}],
                "publishedAt": f"{day}T00:00:00.000Z",
                "upvotes": number,
            }
        }
        for number in range(count)
    ]
    return json.dumps(entries).encode()


def run(root: Path, server: FaultyServer, fetcher: Fetcher, days: tuple[date, ...], today: date) -> Gathered:
    """Do what `dailypapers fetch` does on a day."""
    errand = Errand("huggingface", HuggingFace(f"{server.url}/api"), SETTINGS.sources[0])
    gathered = Gathered()
    for _ in gather(root, SETTINGS, errand, days, fetcher.get, today, gathered, again=True):
        pass
    return gathered


def test_five_days_with_a_faulty_one_between_end_complete(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    plan = HuggingFace(f"{server.url}/api")
    missed: dict[date, list[date]] = {}
    for today in WEEK:
        for day in recent_days(today):
            path = plan.address(day, 0).removeprefix(server.url)
            broken = today == day == WEEK[2]
            server.on(path, answer(b"", status=500) if broken else answer(listed(day)))
        gathered = run(root, server, fetcher, recent_days(today), today)
        missed[today] = [each.day for each in gathered.missed]

    archive = Archive(root)
    assert missed == {day: ([day] if day == WEEK[2] else []) for day in WEEK}
    assert archive.days() == list(WEEK)
    assert len(archive.files) == 15
    assert not check_archive(archive)
    assert not check_days(archive, SETTINGS.sources, WEEK[-1])


def test_the_same_lists_again_change_nothing(root: Path, server: FaultyServer, fetcher: Fetcher) -> None:
    plan = HuggingFace(f"{server.url}/api")
    for day in WEEK:
        server.on(plan.address(day, 0).removeprefix(server.url), answer(listed(day)))
    run(root, server, fetcher, WEEK, WEEK[-1])
    before = tree(root)

    gathered = run(root, server, fetcher, WEEK, WEEK[-1])

    assert tree(root) == before
    assert (gathered.tally.unchanged, gathered.tally.days) == (15, [])


def test_a_list_that_is_not_out_yet_leaves_no_receipt(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    plan = HuggingFace(f"{server.url}/api")
    server.on(plan.address(MONDAY, 0).removeprefix(server.url), answer(b"[]"))

    assert run(root, server, fetcher, (MONDAY,), today=MONDAY).unpublished == [MONDAY]
    assert Archive(root).days() == []

    assert run(root, server, fetcher, (MONDAY,), today=WEEK[1]).unpublished == []
    assert Archive(root).days() == [MONDAY]


def test_a_list_of_another_day_is_missed_not_added(
    root: Path, server: FaultyServer, fetcher: Fetcher
) -> None:
    repeated = json.loads(listed(MONDAY))
    for entry in repeated:
        entry["paper"]["submittedOnDailyAt"] = f"{MONDAY}T00:00:00.000Z"
    path = HuggingFace(f"{server.url}/api").address(WEEK[1], 0).removeprefix(server.url)
    server.on(path, answer(json.dumps(repeated).encode()))

    gathered = run(root, server, fetcher, (WEEK[1],), today=WEEK[1])

    assert [each.day for each in gathered.missed] == [WEEK[1]]
    assert Archive(root).days() == []


def test_weekends_are_not_asked_for(root: Path, server: FaultyServer, fetcher: Fetcher) -> None:
    saturday = MONDAY + timedelta(days=5)

    run(root, server, fetcher, (saturday,), today=saturday)

    assert server.paths() == []


@pytest.mark.parametrize(
    ("settings", "source", "categories", "scopes"),
    [
        (SETTINGS, None, (), ["daily_papers"]),
        (Settings(), "huggingface", (), ["daily_papers"]),
        (Settings(), "arxiv", ("cs.CL", "cs.LG"), ["cs.CL", "cs.LG"]),
        (Settings((Coverage("arxiv", MONDAY, categories=("math.CO",)),)), None, (), ["math.CO"]),
    ],
)
def test_what_is_fetched_is_set_or_asked_for(
    settings: Settings, source: str | None, categories: tuple[str, ...], scopes: list[str]
) -> None:
    found = errands(settings, source, categories, MONDAY)  # type: ignore[arg-type]

    assert [errand.plan.scope for errand in found] == scopes


@pytest.mark.parametrize(
    ("source", "said"), [(None, "names none that can be fetched"), ("arxiv", "found no category")]
)
def test_nothing_to_fetch_is_an_error(source: str | None, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        errands(Settings(), source, (), MONDAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_sure_match_gives_a_paper_its_identifier_as_an_alias(
    root: Path, server: FaultyServer, fetcher: Fetcher, dry_run: bool
) -> None:
    text = (
        b"Counting Quokkas\n\nWe count quokkas from the air and find more of them than anybody thought.\n\n"
        b"Counting Nothing\n\nAn abstract of which arXiv knows nothing at all.\n"
    )
    archive = Archive(root)
    addition = Addition(archive)
    addition.add(parse(text, Hint("2026-04-06.txt", MONDAY)))
    addition.write()
    for title in ("Counting Quokkas", "Counting Nothing"):
        server.on(f"/api{arxiv_search(title).removeprefix(ARXIV_API)}", answer(ATOM.encode()))

    def get(url: str, kind: Kind) -> Answer:
        return fetcher.get(url.replace(ARXIV_API, f"{server.url}/api"), kind)

    outcomes = list(enrich(root, SETTINGS, lacking_papers(archive), get, MONDAY, dry_run=dry_run))

    assert [type(outcome) for outcome in outcomes] == [LeftOpen, Proposal]
    page = Archive(root).paper("counting-quokkas")
    assert isinstance(page, PaperPage)
    assert page.paper.arxiv_id == (None if dry_run else "2604.00001")
    assert page.paper.aliases == (() if dry_run else ("2604.00001",))
    assert Archive(root).locate("2604.00001") == (None if dry_run else "counting-quokkas")
