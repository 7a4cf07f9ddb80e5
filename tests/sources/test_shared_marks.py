import re

import pytest

from generator.papers.errors import ListingError
from generator.sources.listing import Hint

from .reading_text import DAY, NAMED, TODAY, read, said

ASKED = Hint("list.txt", TODAY, DAY)
TITLES = (
    "Counting Sheep at Night",
    "CFNet: On the Shape of Clouds",
    "A Theory of Wool",
    "3D Goats from Words",
)
ABSTRACT = "The herd grazes on a meadow that no model has seen before, and we say what it eats. " * 6


def text(title: str, abstract: str = "{}") -> str:
    """Give a list in a format: `{}` is the title or the abstract, `{n}` counts."""
    return "\n\n".join(
        f"{title.replace('{}', words).replace('{n}', str(number))}\n\n{abstract.replace('{}', ABSTRACT)}"
        for number, words in enumerate(TITLES, 1)
    )


@pytest.mark.parametrize("hint", [NAMED, ASKED], ids=["named", "asked"])
def test_titles_and_whole_abstracts_alone_are_papers(hint: Hint) -> None:
    assert [title for title, _ in said(read(text("{}"), hint))] == list(TITLES)


@pytest.mark.parametrize(
    "title",
    [
        "*{}*", "_{}_", "`{}`", "“{}”", "「{}」", "** {}", "= {}", "~ {}", "h2. {}", ".. rubric:: {}",
        "[{}]", "\\textbf{{}}", "Paper: <b>{}</b>", "{}<br>", "Tom &amp; {}", "**New** {}",
        "○ {}", "■ {}", "★{}", "→ {}", "☐ {}", "🔥 {}", "1️⃣ {}", "({n}) {}", "{n}/ {}", "{n} {}", "№{n} {}",
        "【{n}】{}", "A. {}", "IV) {}", "Paper {n}: {}", "Paper {n} {}", "Paper #{n} - {}", "Day {n} — {}",
        "Titel: {}", "标题：{}", "Research Paper {n}: {}", "{} ........ {n}", "{} … {n}",
        "{} (arXiv:2508.1111{n})", "{} [2508.1111{n}]", "2508.1111{n} {}", "{} 10.1000/sheep.{n}",
        "{} — Ada Lovelace", "{} by Ada Lovelace, Bo Peep", "{} (2025)", "{} 👍", "{} →",
    ],
)  # fmt: skip
def test_what_titles_have_in_common_tells_another_format(title: str) -> None:
    refuse(text(title))


@pytest.mark.parametrize(
    "abstract",
    [
        "Abstract—{}",
        "Zusammenfassung: {}",
        "摘要：{}",
        "> {}",
        "→ {}",
        "We **count** sheep. {}",
        "<i>We</i> {}",
    ],
)
def test_what_abstracts_have_in_common_does_too(abstract: str) -> None:
    refuse(text("{}", abstract))


def test_labels_of_both_tell_it_of_one_paper() -> None:
    refuse(f"Titel: Sheep at Night\n\nZusammenfassung: {ABSTRACT}")


def test_prose_with_headings_has_no_abstracts_of_papers() -> None:
    refuse("\n\n".join(f"{title}\n\nStir the wool until it is warm, and serve." for title in TITLES))


def refuse(listing: str) -> None:
    for hint in (NAMED, ASKED):
        with pytest.raises(ListingError, match=re.compile("found no list of papers|this looks like")):
            read(listing, hint)
