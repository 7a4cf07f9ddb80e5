from datetime import date

from generator.papers.records import Author, Paper
from generator.site.search_examples import search_examples


def _paper(number: int, **more: object) -> Paper:
    fields: dict[str, object] = {
        "id": f"2401.0000{number}", "arxiv_id": f"2401.0000{number}", "abstract": "Sheep.",
        "listed": (date(2024, 1, 2),), "source": "huggingface",
        "title": f"Paper {number}", "authors": (Author("Ada Wang"),), "votes": number,
    }  # fmt: skip
    return Paper(**fields | more)  # type: ignore[arg-type]


def test_examples_are_of_the_archive() -> None:
    papers = [_paper(1, topics=("flocks",)), _paper(2, authors=(Author("Ada Wang"), Author("Bo Rao")))]

    assert search_examples(papers) == [
        ("Paper 2", "search/?q=Paper%202"),
        ("Ada Wang", "search/?q=authors:Ada_Wang"),
        ("topic: flocks", "search/?topic=flocks"),
        ("2401.00002", "search/?q=2401.00002"),
    ]


def test_an_empty_archive_has_no_examples() -> None:
    assert search_examples([]) == []


def test_what_no_paper_has_is_left_out() -> None:
    found = [text for text, _ in search_examples([_paper(1, authors=(), arxiv_id=None)])]

    assert found == ["Paper 1"]
