import re
from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.sources.listing import Hint, Listing

from .reading_text import DAY, TODAY, UNNAMED, read, read_or_refuse, reasons
from .text_samples import NEW, RECENT

DAY_BEFORE = date(2025, 8, 5)
ENTRY = re.compile(r"^(\[\d+\]) (arXiv:\S+)( \(.*?\))? \[(.*)\]$", re.MULTILINE)
LABEL = re.compile(r"^(Title|Comments|Journal-ref|Subjects): ", re.MULTILINE)


def old(text: str) -> str:
    """Give the page of new papers as it was until 2023."""
    text = text.replace("Showing new listings for Wednesday, 6 August 2025\n", "")
    for now, before in (
        ("New sub", "New sub"),
        ("Cross sub", "Cross-lists"),
        ("Replacement sub", "Replacements"),
    ):
        before = before.replace("New sub", "New submissions")
        text = re.sub(rf"{now}missions \(.*\)", f"{before} for Wed, 6 Aug 25", text)
    text = re.sub(r"Total of (\d) entries", r"[ total of \1 entries: 1-\1 ]", text)
    return re.sub(r"^(Title: .*\n)", r"\1Authors: ", text, flags=re.MULTILINE)


FORMS = {
    "as it is": NEW,
    "in several lines": LABEL.sub(
        r"  \1: \n   ",
        ENTRY.sub(
            lambda m: f"  {m[1]} \n \n {m[2]}\n\n {m[3] or ''}\n [ {m[4].replace(',', ' ,')} ]\n \n", NEW
        ),
    ).replace(" Peep", " Peep "),
    "formats in lines": NEW.replace("[pdf, html, other]", "[pdf\n, html\n, other]"),
    "formats of old": NEW.replace("pdf, html, other", "pdf, ps, other"),
    "tabs": re.sub(r"^(\[\d+\]) ", r"\1\t", NEW, flags=re.MULTILINE),
    "no blanks after labels": LABEL.sub(r"\1:", NEW),
    "without its head": NEW[NEW.index("Showing new") :],
    "without blank lines": NEW.replace("\n\n", "\n"),
    "CRLF": NEW.replace("\n", "\r\n"),
    "old": old(NEW),
    "caught up with": NEW.replace(
        "Computation and Language\nNew",
        "Catchup results for Computation and Language on Wed, 06 Aug 2025\nNew",
    ).replace("Showing new listings for Wednesday, 6 August 2025\n", ""),
}


def papers(listing: Listing) -> list[object]:
    return [(entry.paper, entry.announced) for entry in listing.entries]


def test_all_that_an_entry_says_comes_out() -> None:
    listing = read(NEW, UNNAMED)

    paper = listing.entries[0].paper
    assert (listing.source, listing.scope, listing.days) == ("arxiv", "cs.CL", (DAY,))
    assert (listing.dated_by, listing.partial, listing.rejections) == ("listing", frozenset(), {})
    assert (paper.id, paper.arxiv_id, paper.title) == (
        "2508.94401",
        "2508.94401",
        "Counting Sheep with Fewer Parameters",
    )
    assert [author.name for author in paper.authors] == ["Ada Lovelace", "Bo Peep"]
    assert paper.categories == ("cs.CL", "cs.AI")
    assert (paper.comment, paper.journal_ref) == (
        "12 pages; code at https://github.com/owner/sheep",
        "Journal of Sheep 12 (2025) 1-12",
    )
    assert [link.url for link in paper.links] == ["https://github.com/owner/sheep"]
    assert paper.abstract == "We count sheep with a tenth of the parameters."
    assert [entry.paper.withdrawn for entry in listing.entries] == [False, False, False, True]


def test_cross_lists_and_replacements_are_kept_apart() -> None:
    listing = read(NEW, UNNAMED)

    assert [(entry.paper.id, entry.announced) for entry in listing.entries] == [
        ("2508.94401", "new"),
        ("2508.94402", "new"),
        ("2508.94403", "cross"),
        ("2501.00001", "replace"),
    ]


def test_sections_tell_what_entries_do_not() -> None:
    unmarked = NEW.replace(" (cross-list from cs.AI)", "").replace(" (replaced)", "")

    assert papers(read(unmarked, UNNAMED)) == papers(read(NEW, UNNAMED))


@pytest.mark.parametrize("form", FORMS)
def test_how_a_page_was_copied_changes_nothing(form: str) -> None:
    listing = read_or_refuse(FORMS[form].encode(), UNNAMED)

    assert listing
    assert (listing.scope, listing.days, listing.partial, listing.rejections) == (
        "cs.CL",
        (DAY,),
        frozenset(),
        {},
    )
    assert papers(listing) == papers(read(NEW, UNNAMED))


def test_each_day_of_a_recent_page_is_read() -> None:
    listing = read_or_refuse(RECENT.encode(), UNNAMED)

    assert listing
    assert [(entry.paper.id, entry.paper.listed, entry.announced) for entry in listing.entries] == [
        ("2508.94401", (DAY,), "new"),
        ("2508.94403", (DAY,), "cross"),
        ("2508.94400", (DAY_BEFORE,), "new"),
    ]
    assert (listing.scope, listing.days, listing.partial) == ("cs.CL", (DAY_BEFORE, DAY), frozenset())
    assert not listing.rejections


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        (RECENT.replace("(showing 1 of 1", "(showing first 1 of 93"), {DAY_BEFORE}),
        (RECENT.replace("(showing 1 of 1", "(showing 1 of 93"), {DAY_BEFORE}),
        (RECENT.replace("(showing 1 of 1", "(showing 1-1 of 93"), {DAY_BEFORE}),
        (RECENT.replace("(showing 1 of 1", "(continued, showing last 1 of 93"), {DAY_BEFORE}),
        (RECENT.replace(" (showing 1 of 1 entries )", ""), {DAY_BEFORE}),
        (RECENT.replace("(showing 2 of 2", "(continued, showing last 2 of 93"), {DAY}),
        (RECENT[: RECENT.index("[3]")], set()),
        (RECENT[: RECENT.index("[2]")], {DAY}),
        (
            NEW.replace("(showing 2 of 2", "(showing first 2 of 93").replace("Total of 4", "Total of 95"),
            {DAY},
        ),
        (NEW.replace("Total of 4", "Total of 95"), {DAY}),
        (NEW[: NEW.index("[3]")], {DAY}),
        (NEW[: NEW.index("Cross sub")], {DAY}),
        (re.sub(r" \(showing .*\)", "", NEW), set()),
        (re.sub(r"Total of .*\n", "", NEW), set()),
        (re.sub(r" \(showing .*\)|Total of .*\n", "", NEW), {DAY}),
    ],
)
def test_a_day_of_which_a_page_shows_a_part_is_partial(text: str, partial: set[date]) -> None:
    listing = read_or_refuse(text.encode(), UNNAMED)

    assert listing
    assert listing.partial == partial


@pytest.mark.parametrize(
    ("change", "scope"),
    [
        (("> cs.CL\n", "arXiv.org > cs > cs.CL\n"), "cs.CL"),
        (("> cs.CL\n", ""), "cs.CL"),
        (("> cs.CL\n\nHelp | Advanced Search\n\nComputation and Language", "Computer Science"), "cs"),
        (("> cs.CL\n\nHelp | Advanced Search\n\nComputation and Language", ""), "cs.CL"),
    ],
)
def test_the_scope_is_the_category_of_the_page(change: tuple[str, str], scope: str) -> None:
    assert read(NEW.replace(*change), UNNAMED).scope == scope


def test_of_two_categories_of_one_name_new_papers_tell_which() -> None:
    text = NEW.replace("> cs.CL\n", "").replace("Computation and Language", "Machine Learning")
    text = text.replace("cs.CL", "cs.LG").replace(
        "Machine Learning (cs.LG)\n\nShep", "Machine Learning (stat.ML)\n\nShep"
    )

    assert read(text, UNNAMED).scope == "cs.LG"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            ("Ada Lovelace, Bo Peep", "with Goats\nAda Lovelace, Bo Peep"),
            "line 20: found 'Ada Lovelace, Bo Peep'; ",
        ),
        (
            ("Title: Counting Sheep with Fewer Parameters\n", ""),
            "entry: found '[1] arXiv:2508.94401 [pdf, html",
        ),
        (("arXiv:2508.94401 [pdf", "arXiv:25.1 [pdf"), "arxiv_id: found '25.1'; allowed"),
        (("[pdf, html, other]\nTitle: Counting", "[pdf, html\nTitle: Counting"), "entry: found '[1] arXiv"),
        (
            ("(cs.CL); Artificial", "(cs.CL; Artificial"),
            "subjects: found 'Computation and Language (cs.CL; Art",
        ),
        (
            ("Comments: 12", "Title: Twice\nComments: 12"),
            "line 20: found 'Title: Twice'; allowed: each field",
        ),
        (
            ("[2] arXiv:2508.94402 [pdf, other]\n", ""),
            "line 25: found 'Title: On the Shape of Clouds'; allowed",
        ),
        (
            ("parameters.\n", "parameters.\nStray words\n"),
            "line 25: found 'Stray words'; allowed: an abstract",
        ),
        (
            ("parameters.\n", "parameters\nStray words.\n"),
            "line 25: found 'Stray words.'; allowed: what goes on",
        ),
    ],
)
def test_an_entry_that_is_not_understood_is_rejected_whole(change: tuple[str, str], reason: str) -> None:
    listing = read_or_refuse(NEW.replace(*change, 1).encode(), UNNAMED)

    assert listing
    (rejection,) = listing.rejected()
    assert rejection.reason.startswith(reason)
    assert rejection.first == 17
    assert "2508.94401" not in [entry.paper.id for entry in listing.entries]


def test_an_abstract_that_the_end_of_the_text_cuts_short_is_rejected() -> None:
    listing = read(NEW[: NEW.index(" sheep, and agree.")], UNNAMED)

    assert reasons(listing) == [
        "line 45: found 'Shepherds judge'; allowed: an abstract with an end; is the text cut short?"
    ]


def test_a_recent_page_has_no_abstracts() -> None:
    listing = read(RECENT.replace("(cs.CL)\nTotal", "(cs.CL)\nGoats are animals.\nTotal"), UNNAMED)

    assert reasons(listing) == [
        "abstract: found 'Goats are animals.'; allowed: none on a page of recent papers"
    ]


def test_authors_that_the_page_does_not_name_all_are_left_to_other_sources() -> None:
    text = NEW.replace(
        "Ada Lovelace, Bo Peep", "Ada Lovelace, Bo Peep et al. (12 additional authors not shown)"
    )

    assert read(text, UNNAMED).entries[0].paper.authors == ()


def test_lines_that_nobody_knows_are_rejected_where_they_stand() -> None:
    text = NEW.replace("See recent articles\n", "See recent articles\nStray words\nand more\n")

    (rejection,) = read(text, UNNAMED).rejected()

    assert (rejection.first, rejection.last, rejection.text) == (12, 13, "Stray words and more")


@pytest.mark.parametrize(
    ("text", "hint", "message"),
    [
        (
            NEW,
            Hint("2025-08-07.txt", TODAY),
            '"Wednesday, 6 August 2025" is 2025-08-06, but the file\'s name says',
        ),
        (NEW, Hint("list.txt", TODAY, date(2025, 8, 7)), "but --date says 2025-08-07"),
        (NEW, Hint("list.txt", TODAY, year=2024), "but --year says 2024"),
        (
            RECENT,
            Hint("list.txt", TODAY, date(2025, 8, 9)),
            "the page is of 2025-08-05, 2025-08-06, but --date says 2025-08-09; leave --date out",
        ),
        (RECENT, Hint("list.txt", TODAY, year=2024), "the page is of 2025-08-05, but --year says 2024"),
        (RECENT.replace("Wed, 6", "Thu, 6"), UNNAMED, '"Thu, 6 Aug 2025" is not a day of 2025'),
        (NEW.replace("2025\nTotal", "2026\nTotal").replace("Wednesday", "Thursday"), UNNAMED, "has not come"),
        (NEW + NEW.replace("Wednesday, 6", "Thursday, 7"), UNNAMED, "found two pages, of"),
        (NEW[NEW.index("New submissions (") :], UNNAMED, "no date found"),
        (
            NEW + "A line that is no part of it\n\n" * 60,
            UNNAMED,
            "found 60 lines that are no part of arXiv's list",
        ),
        (
            "Showing new listings for Wednesday, 6 August 2025\nNo updates today.\n",
            UNNAMED,
            "found no list of papers",
        ),
        (
            NEW[NEW.index("Showing new") :].replace("(cs.CL)\n\nClouds", "(cs.CV)\n\nClouds"),
            UNNAMED,
            "does not tell which category it is of",
        ),
    ],
)
def test_a_page_without_a_day_or_a_category_is_refused(text: str, hint: Hint, message: str) -> None:
    with pytest.raises(ListingError, match=re.escape(message)):
        read(text, hint)


def test_entries_alone_are_a_part_of_the_day_that_is_given() -> None:
    text = "".join(
        re.findall(r"^\[\d\] .*\n(?:(?!\[\d\]|Cross sub|Replacement|Total).*\n)*", NEW, re.MULTILINE)
    )

    listing = read(text)

    assert papers(listing)[:2] == papers(read(NEW, UNNAMED))[:2]
    assert (listing.scope, listing.days, listing.partial, listing.rejections) == (
        "cs.CL",
        (DAY,),
        frozenset({DAY}),
        {},
    )


def test_the_name_of_a_page_of_several_days_may_say_when_it_was_saved() -> None:
    assert papers(read(RECENT, Hint("2025-08-09.txt", TODAY))) == papers(read(RECENT, UNNAMED))


def test_an_entry_before_the_first_day_is_rejected() -> None:
    text = RECENT.replace("Wed, 6 Aug 2025 (showing 2 of 2 entries )\n", "")

    listing = read_or_refuse(text.encode(), UNNAMED)

    assert listing
    assert reasons(listing) == ["an entry before the first day of the page"] * 2
    assert listing.days == (DAY_BEFORE,)
