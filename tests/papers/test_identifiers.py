import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from generator.papers.errors import RecordError
from generator.papers.identifiers import (
    SLUG_LENGTH,
    arxiv_month,
    base_of_slug,
    hyphenated,
    is_address,
    is_arxiv_id,
    name_digest,
    parse_arxiv_id,
    require_arxiv_id,
    slug,
    slug_bases,
    suffixed_slug,
    title_key,
    title_keys,
)
from tests.identifier_cases import NO_IDENTIFIERS, SPELLINGS


@pytest.mark.parametrize(("text", "bare"), SPELLINGS)
def test_every_spelling_of_an_identifier_has_one_bare_form(text: str, bare: str) -> None:
    assert parse_arxiv_id(text) == bare
    assert require_arxiv_id(text) == bare
    assert is_arxiv_id(bare)
    assert parse_arxiv_id(bare) == bare


@pytest.mark.parametrize("text", NO_IDENTIFIERS)
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert parse_arxiv_id(text) is None
    with pytest.raises(RecordError, match="allowed: an arXiv identifier such as"):
        require_arxiv_id(text)


@pytest.mark.parametrize(("bare", "month"), [("2604.07429", "2604"), ("math/0309136", "0309")])
def test_an_identifier_holds_its_month(bare: str, month: str) -> None:
    assert arxiv_month(bare) == month


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Attention Is All You Need", "attention-is-all-you-need"),
        ("Müller \u0394-Nets", "muller-d-nets"),
        ("../../x", "x"),
        ("2604.07429", "2604-07429"),
        ("LLM$\\times$MapReduce", "llm-times-mapreduce"),
        ("word " * 40, "word-" * 15 + "word"),
        (r"\emph{Poincar\'e} maps", "poincare-maps"),
    ],
)
def test_a_slug_is_made_of_the_title(title: str, expected: str) -> None:
    assert slug(title, None) == expected


@given(st.text() | st.text(st.sampled_from("aZ09,,,'-&amp;#x41;. _$\x00\x1cé")))
def test_the_quick_way_to_a_slug_is_python_slugify_s(text: str) -> None:
    assert hyphenated(text) == slugify(text)


@pytest.mark.parametrize(
    "title", ["Index", "README", "Date", "week", "Month", "Latest", "latest!", "CON", "Aux.", "lpt1"]
)
def test_a_reserved_slug_gets_a_suffix(title: str) -> None:
    found = slug(title, "An abstract.")

    assert found == suffixed_slug(title, "An abstract.") != title_key(title)
    assert is_address(found)
    assert base_of_slug(found) == title_key(title)


@pytest.mark.parametrize("title", ["\U0001f600", "---", "{{ }}", "\u202e"])
def test_an_empty_slug_is_a_hash(title: str) -> None:
    assert slug(title, None).startswith("paper-")
    assert slug(title, None) != slug(title, "An abstract.")


@given(st.text(min_size=1), st.none() | st.text())
def test_every_title_has_two_slugs_that_are_addresses(title: str, abstract: str | None) -> None:
    for found in (slug(title, abstract), suffixed_slug(title, abstract)):
        assert is_address(found)
        assert len(found) <= SLUG_LENGTH


@pytest.mark.parametrize("text", ["", "A", "a_b", "a--b", "-a", "date", "a/b", "2604.07429v1", "a" * 81, "é"])
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)


@given(st.text(min_size=1), st.none() | st.text())
def test_a_paper_is_found_by_its_title_under_either_slug(title: str, abstract: str | None) -> None:
    plain, suffixed = slug(title, abstract), suffixed_slug(title, abstract)
    bases = slug_bases(title_key(title))

    assert base_of_slug(suffixed) in (*bases, "paper")
    assert plain in bases or plain in (suffixed, f"paper-{plain[-8:]}")


@pytest.mark.parametrize(
    ("one", "other"), [("\U0001f600", "---"), ("word " * 30 + "one", "word " * 30 + "two")]
)
def test_titles_that_differ_have_keys_that_differ(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


def test_titles_with_accents_in_tex_and_in_characters_have_one_key() -> None:
    assert title_key(r"Poincar\'e maps") == title_key("Poincaré maps") == "poincare-maps"
    assert title_keys("Poincaré maps") == ("poincare-maps",)
    assert title_keys(r"Poincar\'e maps") == ("poincare-maps", "poincar-e-maps")


def test_a_digest_does_not_show_the_name() -> None:
    assert len(name_digest("A title")) == 64
    assert name_digest("10.1000/Sheep.7") == name_digest("10.1000/sheep.7") != name_digest("10.1000/Sheep-7")
    assert name_digest("A title") == name_digest("a  TITLE!")
