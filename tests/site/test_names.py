import pytest

from generator.papers.records import Link, Receipt, Source
from generator.site.names import link_names, list_name


def test_links_of_a_kind_are_told_apart_and_spellings_of_one_address_are_one() -> None:
    links = (
        Link("project", "https://quokka.example"),
        Link("project", "http://quokka.example/"),
        Link("project", "https://wallaby.example/"),
        Link("other", "https://kangaroo.example/"),
    )

    assert link_names(links) == [
        ("Project", "https://quokka.example"),
        ("Project 2", "https://wallaby.example/"),
        ("Link", "https://kangaroo.example/"),
    ]


@pytest.mark.parametrize(
    ("source", "scope", "name"),
    [
        ("huggingface", "daily_papers", "Hugging Face Daily Papers"),
        ("arxiv", "cs.CL", "arXiv (cs.CL)"),
        ("jsonl", "papers.jsonl", "JSON Lines (papers.jsonl)"),
    ],
)
def test_a_list_is_told_from_others_of_its_source(source: Source, scope: str, name: str) -> None:
    assert list_name(Receipt(source, scope, "0" * 64, 0, ())) == name
