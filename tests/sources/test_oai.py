from datetime import date

import pytest

from generator.fetch.endpoints import oai_set
from generator.papers.categories import category_of
from generator.papers.errors import ListingError
from generator.papers.records import Author
from generator.sources.oai import Part, parse, part_of, recognises

from .samples import ATOM, DATA, OAI, PAGE, RSS, hint, needs_data, oai

DAY = date(2026, 4, 2)


def test_the_three_metadata_forms_give_all_they_say() -> None:
    listing = parse(OAI, hint())

    arxiv, raw, dublin_core = (entry.paper for entry in listing.entries)
    assert (listing.source, listing.scope, listing.days) == ("arxiv", "cs.CL", (DAY,))
    assert listing.dated_by == "datestamp"

    assert (arxiv.id, arxiv.title, arxiv.abstract) == (
        "math/0309136",
        "Counting Sheep",
        "We count sheep.\n\nTwice.",
    )
    assert arxiv.authors == (Author("Ada Lamb Jr.", "Lamb"), Author("The Flock"))
    assert (arxiv.published, arxiv.updated) == (date(2003, 9, 8), date(2026, 4, 1))
    assert (arxiv.categories, arxiv.comment) == (("math.GT", "cs.CG"), "9 pages")
    assert (arxiv.journal_ref, arxiv.doi) == ("J. Sheep 7", "10.1000/sheep.7")
    assert not arxiv.withdrawn

    assert (raw.id, raw.authors) == ("2604.00002", (Author("Ada Lamb"), Author("Bo Peep Jr.")))
    assert (raw.published, raw.updated, raw.withdrawn) == (date(2026, 3, 31), DAY, True)

    assert (dublin_core.id, dublin_core.abstract) == ("2604.00003", "We count cows.")
    assert dublin_core.authors == (Author("Ada Lamb", "Lamb"), Author("The Flock"))
    assert (dublin_core.published, dublin_core.updated) == (date(2026, 3, 30), date(2026, 4, 1))
    assert (dublin_core.comment, dublin_core.categories) == ("12 pages", ())
    assert (dublin_core.journal_ref, dublin_core.doi) == ("J. Cows 8, 1-2", "10.1000/cows.8")


def test_a_deleted_record_is_rejected_on_its_day() -> None:
    (rejection,) = parse(OAI, hint()).rejections[DAY]

    assert rejection.first == 4
    assert "deleted" in rejection.reason


@pytest.mark.parametrize(
    ("found", "broken", "reason"),
    [
        (b"<id>2604.00002</id>", b"<id>goats</id>", "arxiv_id: found 'goats'"),
        (b"<title>Goats</title>", b"", "title is missing"),
        (b"Tue, 31 Mar 2026 17:57:34 GMT", b"Tuesday", "version: found 'Tuesday'"),
        (b"<arXivRaw xmlns", b"<rfc1807 xmlns", "metadata: found 'rfc1807'"),
    ],
)
def test_a_record_that_is_no_paper_is_rejected_with_its_number_and_reason(
    found: bytes, broken: bytes, reason: str
) -> None:
    data = OAI.replace(found, broken).replace(
        b"</arXivRaw>", b"</rfc1807>" if b"rfc" in broken else b"</arXivRaw>"
    )

    listing = parse(data, hint())

    assert [entry.first for entry in listing.entries] == [1, 3]
    assert (listing.rejections[DAY][0].first, reason in listing.rejections[DAY][0].reason) == (2, True)


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("cs:cs:CL", "cs.CL"),
        ("physics:hep-th", "hep-th"),
        ("physics:astro-ph:GA", "astro-ph.GA"),
        ("physics:cond-mat:supr-con", "cond-mat.supr-con"),
        ("physics:physics:ao-ph", "physics.ao-ph"),
        ("q-bio:q-bio:NC", "q-bio.NC"),
        ("math", "math"),
        ("cs:cs", "cs"),
        ("", "oai"),
        ("a:b:c:d", "a:b:c:d"),
        ("cs:", "cs:"),
    ],
)
def test_the_scope_is_the_category_of_the_set(name: str, scope: str) -> None:
    asked = f'from="2026-04-04" until="2026-04-04" set="{name}"'

    assert parse(oai('<error code="noRecordsMatch">none</error>', asked), hint()).scope == scope


@pytest.mark.parametrize(
    "category", ["cs.CL", "hep-th", "astro-ph.GA", "math", "math.AG", "physics.optics", "stat.ML"]
)
def test_fetched_and_dropped_lists_of_a_category_have_one_scope(category: str) -> None:
    assert category_of(oai_set(category)) == category


def test_only_a_list_that_goes_on_has_a_resumption_token() -> None:
    last = oai("<ListRecords><resumptionToken></resumptionToken></ListRecords>")

    assert part_of(OAI, "list") == Part(records=4, token="646|4", announced=9)  # noqa: S106
    assert part_of(last, "list") == Part(records=0, token=None, announced=None)


@pytest.mark.parametrize(
    ("asked", "name"),
    [('from="2026-04-04" until="2026-04-04"', "listing"), ('from="2026-04-04"', "2026-04-04.xml")],
)
def test_a_day_without_records_is_a_listing(asked: str, name: str) -> None:
    listing = parse(oai('<error code="noRecordsMatch">none</error>', asked), hint(name))

    assert (listing.days, listing.entries) == ((date(2026, 4, 4),), ())


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ('<error code="badArgument">no such set</error>', "'badArgument', 'no such set'"),
        ('<error code="noRecordsMatch">none</error>', "tells no day"),
        ("<Identify/>", "an OAI-PMH answer without records"),
        ("<ListRecords>", "x.xml, line 6: found broken XML"),
    ],
)
def test_what_is_no_listing_is_an_error(answer: str, message: str) -> None:
    with pytest.raises(ListingError, match=message):
        parse(oai(answer), hint("x.xml"))


@pytest.mark.parametrize(("data", "known"), [(OAI, True), (ATOM, False), (RSS, False), (PAGE, False)])
def test_oai_pmh_is_told_from_other_markup(data: bytes, known: bool) -> None:
    assert recognises(data) is known


@needs_data
@pytest.mark.parametrize(
    ("name", "scope", "day", "ids", "token"),
    [
        (
            "oai_arxivraw_or_arxiv_hep-th.xml",
            "hep-th",
            "2017-12-14",
            ["1412.8323", "1507.07790", "1607.01710"],
            None,
        ),
        (
            "oai_dc_multi_2023-01-25.xml",
            "oai",
            "2023-01-25",
            ["1009.1022", "1305.6404", "1412.1417"],
            "6460044|1001",
        ),
        ("oai_record1.xml", "oai", "2015-12-29", ["1512.07978"], None),
    ],
)
def test_real_answers_give_what_an_eye_finds(
    name: str, scope: str, day: str, ids: list[str], token: str | None
) -> None:
    data = (DATA / "arxiv" / name).read_bytes()

    listing = parse(data, hint(name))

    assert [entry.paper.id for entry in listing.entries] == ids
    assert (listing.scope, listing.days, listing.rejections) == (scope, (date.fromisoformat(day),), {})
    assert part_of(data, name).token == token
