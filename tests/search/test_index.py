import gc
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers.css import CssLexer  # type: ignore[import-untyped]

from generator.search import Topic, build
from generator.search.codec import COUNTS, GAPS, PostingsWriter, spell_kind, write_gaps, write_words
from generator.search.documents import in_order
from generator.search.facts import (
    about,
    authors,
    counted_topics,
    facts,
    labels,
    suggestions,
    topics,
    votes,
)
from generator.search.files import RUN, in_runs
from generator.search.postings import invert, unpacked
from generator.search.scoring import FIELDS, means
from generator.search.scripts import BOX, LUNR, PAGE, WORKER, box, code, page, worker
from generator.search.shards import COMMON, shards
from generator.search.stored import stored_fields
from generator.search.tables import beginnings, cut
from tests.search.papers import SCRIPTS, invented

PAPERS = invented(200)


def test_the_order_of_documents_does_not_matter() -> None:
    shuffled = random.Random(1).sample(PAPERS, len(PAPERS))

    assert build(shuffled, SCRIPTS) == build(PAPERS, SCRIPTS)


def test_one_paper_more_gives_the_index_of_a_fresh_build() -> None:
    before, after = build(PAPERS[:-1], SCRIPTS), build(PAPERS, SCRIPTS)

    grown = build([*PAPERS[:-1], PAPERS[-1]], SCRIPTS)

    assert grown == after
    assert grown != before


def test_files_of_older_papers_keep_their_names() -> None:
    papers = invented(20 * RUN)
    before, after = build(papers[:-1], SCRIPTS).files, build(papers, SCRIPTS).files

    kept = {name for name in before.keys() & after.keys() if "/texts-" in name}

    assert len(kept) >= len([name for name in before if "/texts-" in name]) - RUN
    assert kept
    assert all(before[name] == after[name] for name in kept)


def test_names_tell_what_a_file_holds() -> None:
    names = {re.sub("-[a-z2-7]{6,10}[.]", ".", name) for name in build(PAPERS[:3], SCRIPTS).files}

    assert names == {
        f"assets/search/{name}"
        for name in (
            "manifest.json", "worker.js", "page.js", "box.js", "shard-0.txt", "texts-0.txt", "words-0.txt",
            "endings-0.txt", "numbers-0.txt", "topics-0.txt", "authors-0.txt",
            "about-0.txt", "facts.json", "votes.json", "suggestions.json", "labels.json", "facets.json",
        )
    }  # fmt: skip


def test_an_archive_without_papers_has_an_index() -> None:
    index = build([], SCRIPTS)

    assert json.loads(index.files["assets/search/manifest.json"])["papers"] == 0


def test_the_manifest_is_small() -> None:
    index = build(PAPERS, SCRIPTS)

    assert len(index.files["assets/search/manifest.json"]) < 3000


def test_papers_are_numbered_by_day_and_address() -> None:
    early = replace(PAPERS[9], address="papers/z/", days=(date(2020, 1, 1), date(2026, 1, 1)))

    assert in_order([PAPERS[5], early, PAPERS[0]]) == [early, PAPERS[0], PAPERS[5]]


def test_a_result_shows_a_beginning_of_the_abstract() -> None:
    paper = replace(PAPERS[0], abstract="word " * 100, authors=("A", "B", "C", "D"))

    address, title, day, abstract, *known = stored_fields([paper])[0].data.decode().split("\t")

    assert (address, title, day) == (paper.address, paper.title, "2024-01-01")
    assert known == [str(paper.votes), str(int(paper.has_code)), "", "4", "A", "B", "C"]
    assert abstract.endswith("word…")
    assert len(abstract) <= 221


def test_no_cell_of_a_row_breaks_it() -> None:
    paper = replace(PAPERS[0], title="A\tB\nC", abstract="D\rE\tF", authors=("G\tH\nI",), votes=None)

    rows = stored_fields([paper, paper])[0].data.decode().split("\n")

    assert [row.split("\t")[1:] for row in rows] == [
        ["A B C", "2024-01-01", "D E F", "", str(int(paper.has_code)), "", "1", "G H I"]
    ] * 2


def test_white_space_takes_no_room_of_an_abstract() -> None:
    loose, close = (replace(PAPERS[0], abstract=space + f"word{space}" * 100) for space in (" \n" * 300, " "))

    assert stored_fields([loose])[0].data == stored_fields([close])[0].data


def test_facts_tell_what_filters_ask() -> None:
    first = replace(PAPERS[0], days=(date(2024, 1, 1), date(2024, 1, 9)), votes=None, topics=("b", "b", "a"))
    second = replace(PAPERS[1], days=(date(2024, 1, 1),), votes=3, has_code=True, topics=("a",))

    assert json.loads(facts([first, second]).data) == {
        "days": [["2024-01-01", 2]],
        "again": [[0, "2024-01-09"]],
        "code": GAPS.spell(0) + GAPS.spell(0),
    }
    assert json.loads(votes([first, second]).data) == [None, 3]


TOPICS = [
    Topic("robots", ("Robots",)),
    Topic("world-models", ("World models", "Dreaming")),
    Topic("rl", ("Reinforcement learning", "RL")),
    Topic("quiet", ("Quiet",)),
]


def test_a_result_tells_its_most_useful_topics_by_their_places() -> None:
    paper = replace(PAPERS[0], about=(TOPICS[2], TOPICS[0], TOPICS[1], TOPICS[3]))

    assert stored_fields([paper], TOPICS)[0].data.decode().split("\t")[6] == "2 0 1"


def test_the_topics_of_the_archive_are_counted_by_all_their_names_and_keywords() -> None:
    papers = [
        replace(PAPERS[0], topics=("dreaming", "cs.RO"), about=(TOPICS[0],)),
        replace(PAPERS[1], topics=(), about=(TOPICS[1], TOPICS[2])),
    ]

    counted, of = counted_topics(papers, TOPICS)

    assert json.loads(labels(papers, counted, of).data) == {
        "names": ["Robots", "World models", ["Reinforcement learning", "rl"], ""],
        "of": 4,
    }
    (table,) = about(papers, counted)
    keys, rows = table.file.data.decode().split("\n")
    assert keys == "0dreaming 0reinforcement_learning 1l 1obots 0world_models"
    assert rows.split() == [write_gaps(numbers) for numbers in ([0, 1], [1], [1], [0], [1])]


def test_without_topics_of_the_archive_the_commonest_keywords_are_counted() -> None:
    papers = [replace(PAPERS[0], topics=topics) for topics in (("cs.CL", "β-VAE"), ("CS.CL", "cs.CL"))]

    counted, of = counted_topics(papers, ())

    assert json.loads(labels(papers, counted, of).data) == {"names": [["cs.CL", ""], ["β-VAE", ""]], "of": 2}
    assert [part.first for part in about(papers, counted)] == ["beta_vae"]


def test_names_are_filed_by_their_folded_words() -> None:
    first = replace(PAPERS[0], topics=("Long Context", "β-VAE", "++"), authors=("Kurt Gödel", "Ada"))
    second = replace(PAPERS[1], topics=("long-context",), authors=("Kurt Godel",))

    assert [part.file.data for part in topics([first, second])] == [
        f"0beta_vae 0long_context\n{write_gaps([0])} {write_gaps([0, 1])}".encode()
    ]
    assert [part.first for part in authors([first, second])] == ["ada"]


def test_a_name_is_read_by_itself() -> None:
    terms = invert([replace(PAPERS[0], authors=(r"Kaj Munk\o", "Ada Rao", "++"))]).terms

    assert {"kaj", "munko", "ada", "rao"} <= set(terms)
    assert "" not in terms


def test_postings_count_a_term_in_each_field() -> None:
    twice = replace(PAPERS[0], title="Graph of graphs", abstract="A graph.", authors=(), topics=("graph",))
    never = replace(twice, title="", abstract="", topics=())

    postings = invert([never, twice])

    ((paper, kind),) = postings.of("graph")
    assert paper == 1
    assert postings.frequency("graph") == 1
    assert dict(zip(FIELDS, unpacked(kind), strict=True)) == {
        "abstract": 1,
        "title": 2,
        "authors": 0,
        "topics": 1,
        "arxiv": 0,
    }


def test_lengths_are_counted_in_terms() -> None:
    paper = replace(PAPERS[0], title="The graph of graphs", abstract="A graph.")

    assert invert([paper, replace(paper, abstract="of the")]).lengths == [(1, 2), (0, 2)]


def test_the_commonest_topics_are_suggested() -> None:
    papers = [replace(PAPERS[0], topics=topics) for topics in (("b", "b", "a"), ("a",))]

    assert json.loads(suggestions(papers).data) == ["a", "b"]
    own = replace(papers[0], about=(TOPICS[0], Topic("b", ("B",))))
    assert json.loads(suggestions([*papers, own]).data) == ["B", "Robots", "a"]


def test_a_common_term_has_a_file_of_its_own() -> None:
    numbered = in_order(invented(COMMON + 200))
    postings = invert(numbered)

    parts, lists = shards(postings, means(postings.lengths))

    assert set(lists) == {term for term in postings.terms if postings.frequency(term) > COMMON}
    term, list_ = next(iter(lists.items()))
    texts_of = {}
    for part in parts:
        assert len(part.file.data) < 8_000
        texts_of[part.file.place] = part.file.data.decode()
    assert f"§{postings.frequency(term)}-{list_.digest}" in "".join(texts_of.values())


def test_a_file_that_changes_gives_its_run_new_names() -> None:
    contents = [str(number).encode() for number in range(2 * RUN)]

    before = [file.name for file in in_runs("texts", contents)]
    after = [file.name for file in in_runs("texts", [*contents[:-1], b"changed"])]

    assert len(set(before)) == 2 * RUN
    assert [one == other for one, other in zip(before, after, strict=True)] == [True] * RUN + [False] * RUN


def test_files_that_share_their_bytes_differently_have_other_names() -> None:
    assert next(in_runs("texts", [b"ab", b"c"])).name != next(in_runs("texts", [b"a", b"bc"])).name


def test_a_table_is_cut_by_ranges_of_keys() -> None:
    rows = [(f"k{number:02}", "x" * 9) for number in range(20)]

    parts = cut("words", rows, size=40, most=3)

    assert [part.first for part in parts] == ["k00", "k07", "k14"]
    assert [part.file.data.count(b"x" * 9) for part in parts] == [7, 7, 6]


def test_a_manifest_tells_of_a_key_no_more_than_it_takes() -> None:
    rows = [(f"{letter}{'x' * 900}", "y" * 9) for letter in ("a", "b", "ba", "bb")]

    parts = cut("authors", rows, size=1, most=4)

    assert list(beginnings(parts)) == ["a", "b", "ba", "bb"]


def test_a_row_of_texts_is_short_whatever_a_paper_holds() -> None:
    paper = replace(PAPERS[0], title="a" * 1_000, authors=("b" * 1_000,) * 9, abstract="c" * 9_000)

    assert len(stored_fields([paper])[0].data) < 1_000


def test_a_word_is_counted_however_often_one_paper_has_it() -> None:
    postings = invert([replace(PAPERS[0], title="a b", authors=("Ada " * 150_000,))])

    ((_, kind),) = postings.of("ada")
    assert unpacked(kind)[list(FIELDS).index("authors")] == 150_000


@given(st.lists(st.integers(0, 50_000), min_size=1), st.integers(1, 40))
def test_numbers_have_one_spelling_and_alphabets_share_no_character(numbers: list[int], kinds: int) -> None:
    spelled = [GAPS.spell(number) for number in numbers]

    assert len(set(spelled)) == len(set(numbers))
    assert not set(GAPS.characters) & set(COUNTS.characters)
    spellings = {kind: spell_kind(kind) for kind in range(kinds)}
    assert set(PostingsWriter([spellings] * 5).write([(0, 0), (4, kinds - 1)])) <= set(
        GAPS.characters + COUNTS.characters
    )


def test_characters_beyond_the_first_plane_are_not_shared() -> None:
    assert write_words(["a𠮷", "a𠮷b"]) == "0a𠮷 1𠮷b"


def test_at_most_35_characters_are_shared() -> None:
    assert write_words(["x" * 40, "x" * 41]) == f"0{'x' * 40} z{'x' * 6}"


def test_the_worker_begins_with_the_version_and_the_licence_of_lunr_js() -> None:
    script = worker(SCRIPTS).decode()

    assert " - 2.3.9\n * Copyright (C) 2020 Oliver Nightingale\n * @license MIT\n" in script[:200]
    assert 'e.version="2.3.9"' in script


def test_scripts_lose_comments_and_margins_and_nothing_else() -> None:
    script = """/* A comment. */
      const text = `/* ${first ? `  // ${"*/"}` : ""}
      kept`; // gone
      const pattern = /[/*]  "/; /* gone
      too */ const path = "//  /*";
      const half = (/** @type {number} */ size) => /** @type {number} */ (size / 2);
    """

    assert code(script).strip() == (
        """const text = `/* ${first ? `  // ${"*/"}` : ""}
      kept`;
const pattern = /[/*]  "/; const path = "//  /*";
const half = (size) => (size / 2);"""
    )


@pytest.mark.parametrize("path", sorted(SCRIPTS.parents[1].rglob("*.css")), ids=lambda path: path.name)
def test_style_sheets_lose_comments_and_margins_and_nothing_else(path: Path) -> None:
    sheet = path.read_text()

    shown = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert "".join(code(sheet, CssLexer).split()) == "".join(shown.split())


@pytest.mark.parametrize("joined", [worker, box, page])
def test_types_are_not_served(joined: Callable[[Path], bytes]) -> None:
    script = joined(SCRIPTS).decode()

    assert not re.search(r"@(?:ts-check|type|typedef|param|returns|template)\b", script)


@pytest.mark.parametrize("joined", [box, page])
def test_the_names_of_the_scripts_are_no_names_of_the_page(joined: Callable[[Path], bytes]) -> None:
    script = joined(SCRIPTS).decode()

    assert script.startswith('(function () {"use strict";')
    assert script.endswith("})();")


def test_the_theme_has_just_the_scripts_that_the_build_joins() -> None:
    there = {path.relative_to(SCRIPTS).with_suffix("").as_posix() for path in SCRIPTS.rglob("*.js")}

    assert there == {LUNR, *WORKER, *BOX, *PAGE, "boot"}


def test_sizes_are_told_in_a_line() -> None:
    assert "200 papers" in str(build(PAPERS, SCRIPTS).sizes)


def test_scripts_are_looked_for_where_the_theme_has_them(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build([], tmp_path)

    assert gc.isenabled()


def test_a_title_with_a_formula_is_shown_and_found_as_characters() -> None:
    paper = replace(PAPERS[0], title=r"M$^2$CD: A Model", abstract=r"Of $\beta$ cells.")

    (file,) = stored_fields([paper])

    assert file.data.decode().split("\t")[1:4:2] == ["M²CD: A Model", "Of β cells."]
    assert paper.searched_title == r"M$^2$CD: A Model m2cd"
    assert PAPERS[0].searched_title == PAPERS[0].title
