from dataclasses import replace
from datetime import date

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.citation import bibtex, cite_key, family_name
from generator.papers.records import Author, Paper
from generator.text.plain import one_line, replace_forbidden

SITE = "https://archive.example/daily/"
PAPER = Paper(
    id="1706.03762",
    title="Attention Is All You Need",
    listed=(date(2024, 5, 27),),
    source="arxiv",
    authors=tuple(map(Author, ("Ashish Vaswani", "Noam Shazeer", "Niki Parmar"))),
    arxiv_id="1706.03762",
    published=date(2017, 6, 12),
    categories=("cs.CL", "cs.LG"),
)


def authors(*names: str) -> tuple[Author, ...]:
    return tuple(map(Author, names))


def fields(entry: str) -> dict[str, str]:
    """Return the only entry of a BibTeX file, read by a parser; braces inside values stay."""
    library = parse_string(entry)
    assert not library.failed_blocks
    (found,) = library.entries
    return {"": f"@{found.entry_type} {found.key}", **{field.key: str(field.value) for field in found.fields}}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({}, "vaswani-etal-2017-attention-1706.03762"),
        ({"authors": authors("Ashish Vaswani", "Noam Shazeer")}, "vaswani-shazeer-2017-attention-1706.03762"),
        ({"authors": authors("Łukasz Kaiser")}, "kaiser-2017-attention-1706.03762"),
        ({"authors": authors("Aaron van den Oord")}, "van-den-oord-2017-attention-1706.03762"),
        ({"authors": (Author("Mao Zedong", family="Mao"),)}, "mao-2017-attention-1706.03762"),
        ({"authors": authors("Gemini Team")}, "gemini-team-2017-attention-1706.03762"),
        ({"authors": authors("LG AI Research")}, "lg-ai-research-2017-attention-1706.03762"),
        ({"authors": (Author("Team GLM", "GLM"),)}, "team-glm-2017-attention-1706.03762"),
        ({"authors": (Author("Sheep Friends", "Sheep Friends"),)}, "sheep-friends-2017-attention-1706.03762"),
        ({"authors": authors("王")}, "wang-2017-attention-1706.03762"),
        ({"title": "On the $\\pi_0$ of it"}, "vaswani-etal-2017-pi-1706.03762"),
        ({"title": "What?"}, "vaswani-etal-2017-1706.03762"),
        ({"published": date(2016, 12, 31)}, "vaswani-etal-2017-attention-1706.03762"),
        ({"published": None}, "vaswani-etal-2017-attention-1706.03762"),
        ({"arxiv_id": "math/9309136"}, "vaswani-etal-1993-attention-math-9309136"),
        ({"arxiv_id": None, "id": "attention-is"}, "vaswani-etal-2017-attention-is"),
        ({"arxiv_id": None, "published": None}, None),
        ({"authors": ()}, None),
        (
            {"authors": authors(f"{'Long ' * 50}Team"), "title": "a" * 500},
            f"{'long-' * 7}long-2017-{'a' * 40}-1706.03762",
        ),
    ],
)
def test_cite_keys(changes: dict[str, object], key: str | None) -> None:
    paper = replace(PAPER, **changes)  # type: ignore[arg-type]

    assert cite_key(paper) == key
    assert replace(paper, cite_key=key).cite_key == key


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ashish Vaswani", "Vaswani"),
        ("Ludwig van Beethoven", "van Beethoven"),
        ("NVIDIA", "NVIDIA"),
        ("Martin Luther King Jr.", "King"),
        ("ATLAS Collaboration", "ATLAS Collaboration"),
        ("Team GLM", "Team GLM"),
    ],
)
def test_family_names(name: str, family: str) -> None:
    assert family_name(Author(name)) == family


def test_an_entry_says_what_is_known() -> None:
    entry = bibtex(replace(PAPER, cite_key="k", doi="10.1000/a}b"), SITE)

    assert entry == (
        "@misc{k,\n"
        "  title = {Attention Is All You Need},\n"
        "  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki},\n"
        "  year = {2017},\n"
        "  eprint = {1706.03762},\n"
        "  archivePrefix = {arXiv},\n"
        "  eprinttype = {arxiv},\n"
        "  primaryClass = {cs.CL},\n"
        "  doi = {10.1000/a%7Db},\n"
        "  url = {https://arxiv.org/abs/1706.03762},\n"
        "}\n"
    )


def test_a_paper_on_arxiv_has_the_doi_that_arxiv_gives_it() -> None:
    assert fields(bibtex(PAPER, SITE))["doi"] == "10.48550/arXiv.1706.03762"


def test_a_paper_that_is_not_on_arxiv_is_found_in_the_archive() -> None:
    paper = Paper(id="a-title", title="A title", listed=(date(2025, 8, 6),), source="text")

    assert fields(bibtex(paper, SITE)) == {
        "": "@misc a-title",
        "title": "A title",
        "url": f"{SITE}papers/a-title/",
    }


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("LoRA and 3D with GPT-4o", "{LoRA} and {3D} with {GPT-4o}"),
        ("Qwen3: Multi-Modal", "{Qwen3:} Multi-Modal"),
        ("5% & $5 #1 a_b ~ ^", r"5\% \& \$5 \#1 a\_b \textasciitilde{} \textasciicircum{}"),
        ("{{x}} \\input{y}", None),
        ("A $O(n^2)$ bound", "A $O(n^2)$ bound"),
        (r"\(\alpha\) at 5", r"$\alpha$ at 5"),
        (r"$\{a$ and $b%c$", r"$\lbrace a$ and $b\%c$"),
        (r"$\input{secret}$", r"\$\textbackslash{}input\textbraceleft{}secret\textbraceright{}\$"),
        (r"$a^^5cb$", r"\$a\textasciicircum{}\textasciicircum{}5cb\$"),
    ],
)
def test_titles(title: str, written: str | None) -> None:
    found = fields(bibtex(replace(PAPER, title=title), SITE))["title"]

    assert found == (
        written
        or r"\textbraceleft{}\textbraceleft{}x\textbraceright{}\textbraceright{} "
        r"\textbackslash{}input\textbraceleft{}y\textbraceright{}"
    )


@pytest.mark.parametrize(
    ("author", "written"),
    [
        (Author("Ludwig van Beethoven"), "van Beethoven, Ludwig"),
        (Author("Martin Luther King Jr."), "King, Jr., Martin Luther"),
        (Author("Mao Zedong", family="Mao"), "{Mao Zedong}"),
        (Author("Jan van der Berg", family="van der Berg"), "van der Berg, Jan"),
        (Author("Jan de Souza Dutra", family="Dutra"), "Dutra, Jan de Souza"),
        (Author("Ada Lamb Jr.", family="Lamb"), "Lamb, Jr., Ada"),
        (Author("Ada Lamb V", family="Lamb"), "Lamb, V, Ada"),
        (Author("Ada Lamb Ram", family="Lamb"), "{Ada Lamb Ram}"),
        (Author("C. Balázs"), "Balázs, C."),
        (Author("Gemini Team"), "{Gemini Team}"),
        (Author("Gemini Team Google"), "{Gemini Team Google}"),
        (Author("LG AI Research"), "{LG AI Research}"),
        (Author("Team GLM", family="GLM"), "{Team GLM}"),
        (Author("Sheep Friends", family="Sheep Friends"), "{Sheep Friends}"),
        (Author("NVIDIA"), "{NVIDIA}"),
        (Author("Rock and Roll Band"), "{Rock and Roll Band}"),
        (Author("A. {B}, C"), r"{A. \textbraceleft{}B\textbraceright{}, C}"),
    ],
)
def test_authors(author: Author, written: str) -> None:
    assert fields(bibtex(replace(PAPER, authors=(author,)), SITE))["author"] == written


TEXT = st.text(min_size=1).map(lambda text: one_line(replace_forbidden(text)[0])).filter(bool)


@given(
    title=TEXT | st.text("${}\\^%ab ", min_size=1).map(one_line).filter(bool),
    names=st.lists(TEXT, max_size=3),
)
def test_any_text_gives_an_entry_that_parses(title: str, names: list[str]) -> None:
    paper = replace(PAPER, title=title, authors=authors(*names))

    found = fields(bibtex(paper, SITE))

    assert found["eprint"] == PAPER.arxiv_id
    assert replace(paper, cite_key=cite_key(paper))
