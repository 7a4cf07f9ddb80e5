import json
from typing import Any

import pytest

from generator.papers.errors import ListingError
from generator.sources import parse
from generator.sources.jsonl import KEYS
from generator.sources.losses import losses

from .foreign import ABSTRACT, TLDR
from .samples import hint

ID = "2508.99003"
ADDRESS = f"https://arxiv.org/abs/{ID}v2"
OURS = {"title": "Sheep", "arxiv_id": ID, "abstract": ABSTRACT}


@pytest.mark.parametrize(
    ("others", "lost"),
    [
        *(({key: ID}, {key: "arxiv_id"}) for key in ("id", "arxivId", "paper_id", "arXiv", "eprint", "Ref.")),
        *(({key: ADDRESS}, {key: "arxiv_id"}) for key in ("url", "link", "pdf_url", "homepage", "@id")),
        ({"id": 2508.99003}, {"id": "arxiv_id"}),
        ({"id": 704.0001}, {"id": "arxiv_id"}),
        ({"id": [ID]}, {"id": "arxiv_id"}),
        ({"urls": [ADDRESS]}, {"urls": "arxiv_id"}),
        ({"link": [ADDRESS, f"https://arxiv.org/pdf/{ID}"]}, {"link": "arxiv_id"}),
        ({"id": f"oai:arXiv.org:{ID}"}, {"id": "arxiv_id"}),
        ({"eprint": "cs0309136"}, {"eprint": "arxiv_id"}),
        ({"where": "https://papers.example/arxiv/math/0309136"}, {"where": "arxiv_id"}),
        ({"metadata": {"ids": {"arxiv": ID}}}, {"metadata.ids.arxiv": "arxiv_id"}),
        ({"DOI": "10.1000/sheep.7"}, {"DOI": "doi"}),
        ({"url": "https://doi.org/10.1000/sheep.7"}, {"url": "doi"}),
        *(
            ({key: ABSTRACT}, {key: "abstract"})
            for key in ("description", "content", "text", "Zusammenfassung")
        ),
        *(({key: "We count."}, {key: "abstract"}) for key in ("abstractText", "Abstract", "abstract_en")),
        ({"abstract": " ", "preview": ABSTRACT}, {"preview": "abstract"}),
        ({"source": [f"{part}." for part in ABSTRACT.split(". ")]}, {"source": "abstract"}),
        ({"description": [ABSTRACT]}, {"description": "abstract"}),
        ({"abstracts": ["We count.", "Sheep."]}, {"abstracts": "abstract"}),
        ({"abstract_inverted_index": {"We": [0], "count": [1]}}, {"abstract_inverted_index": "abstract"}),
        ({"abstract_zh": "数羊。"}, {"abstract_zh": "abstract"}),
        ({"description": "数羊" * 100}, {"description": "abstract"}),
        ({"paper": {"summary": ABSTRACT}}, {"paper.summary": "abstract"}),
        ({"id": ID, "colour": "white", "body": ABSTRACT}, {"id": "arxiv_id", "body": "abstract"}),
        *(
            ({key: ["https://a.example", ADDRESS]}, {key: "arxiv_id"})
            for key in ("urls", "identifiers", "ids")
        ),
        ({"ids": ["x:1", "10.1000/sheep.7"]}, {"ids": "doi"}),
        ({"identifiers": [{"type": "x"}, {"type": "arxiv", "value": ID}]}, {"identifiers.value": "arxiv_id"}),
        ({"links": [ADDRESS, "https://a.example"]}, {"links": "arxiv_id"}),
        ({"links": [{"kind": "other", "url": ADDRESS}]}, {"links": "arxiv_id"}),
        ({"project_page": ADDRESS}, {"project_page": "arxiv_id"}),
        ({"links": [f"https://huggingface.co/papers/{ID}"]}, {"links": "arxiv_id"}),
        ({"sentences": ABSTRACT.split(". ")}, {"sentences": "abstract"}),
        ({"tokens": ABSTRACT.split()}, {"tokens": "abstract"}),
        ({"excerpt": [f"{part}.”" for part in ABSTRACT.split(". ")]}, {"excerpt": "abstract"}),
        ({"description": "我们数羊，并说明为什么。" * 7}, {"description": "abstract"}),
        ({"description": "ひつじをかぞえます。" * 8}, {"description": "abstract"}),
        *(({key: ["Ada Lamb"]}, {key: "authors"}) for key in ("author", "Creators", "author_names")),
    ],
)
def test_what_is_lost_is_named_with_our_key_for_it(others: dict[str, Any], lost: dict[str, str]) -> None:
    told = {key: others[key] for key in others if key in KEYS}

    assert losses(others, KEYS, told) == lost


@pytest.mark.parametrize(
    "others",
    [
        {"id": 17, "uuid": "6a18fe40-56b4", "url": "https://sheep.example/count", "score": 2508.99003},
        {
            "colour": "white",
            "references": [ID],
            "related": {"id": ID},
            "cited_by": [{"id": ID, "url": ADDRESS}],
        },
        {"id": float("nan"), "affiliations": [f"Department of Sheep {n}, The Meadow" for n in range(9)]},
        {"versions": ["2508.99001", "2508.99002"]},
        {"links": [ADDRESS, "https://arxiv.org/abs/2508.99004"]},
        {"description": "我们数羊。" * 9},
        {"author": []},
        {"notes": ABSTRACT, "my_review": ABSTRACT, "bibtex": f"@misc{{a, eprint={{{ID}}}}} {ABSTRACT}"},
        {
            "full_text": ABSTRACT,
            "embedding": [0.5] * 300,
            "thumbnail": f"data:image/png;base64,{'Zm9v' * 99}",
        },
        {"abstract_url": "https://sheep.example/abstract", "is_arxiv": True, "arxiv_category": "cs.CL"},
    ],
)
def test_what_is_neither_identifier_nor_abstract_is_no_loss(others: dict[str, Any]) -> None:
    told = {key: others[key] for key in others if key in KEYS}

    assert losses({"title": "Sheep", **others}, KEYS, {"title": "Sheep", **told}) == {}


@pytest.mark.parametrize("others", [{"id": ID, "url": ADDRESS}, {"DOI": "10.1/a"}, {"description": ABSTRACT}])
def test_what_we_have_is_no_loss(others: dict[str, Any]) -> None:
    assert losses({**OURS, **others}, KEYS, OURS) == {}


@pytest.mark.parametrize(
    ("others", "lost"),
    [
        ({"id": "2508.99004"}, {"id": "arxiv_id"}),
        ({"externalIds": {"ArXiv": "2508.99004"}}, {"externalIds.ArXiv": "arxiv_id"}),
        ({"successor": "2508.99004", "journal": {"id": "2508.99004"}}, {}),
    ],
)
def test_another_identifier_of_the_paper_is_a_loss_and_one_of_another_paper_is_not(
    others: dict[str, Any], lost: dict[str, str]
) -> None:
    assert losses({**OURS, **others}, KEYS, OURS) == lost


@pytest.mark.parametrize(
    ("record", "lost"),
    [
        ({"summary": ABSTRACT}, {"summary": "abstract"}),
        ({"summary": TLDR}, {}),
        ({"summary": "We count sheep. " * 13}, {"summary": "abstract"}),
        ({"summary": "我们数羊，并说明为什么。" * 7}, {"summary": "abstract"}),
        ({"summary": ABSTRACT, "abstract": None}, {}),
        ({"summary": ABSTRACT, "abstract": None, "colour": "white"}, {"summary": "abstract"}),
        ({"summary": ABSTRACT, "abstract": "We count."}, {}),
    ],
)
def test_a_long_summary_is_a_loss_unless_the_abstract_is_there_or_said_to_be_none(
    record: dict[str, Any], lost: dict[str, str]
) -> None:
    assert losses(record, KEYS, record) == lost


def test_a_file_is_refused_for_one_line_that_would_lose_something() -> None:
    good = {"date": "2026-04-02", "title": "Goats"}
    bad = {"id": ID, "summary": TLDR, "url": ADDRESS, "authors": ["Ada Lamb"]}

    with pytest.raises(ListingError) as raised:
        parse(f"{json.dumps(good)}\n{json.dumps({**good, **bad})}".encode(), hint("list.jsonl"))

    assert str(raised.value) == (
        "list.jsonl: an identifier, an abstract or authors would be lost under the keys id (call it "
        "arxiv_id), summary (call it abstract), url (call it arxiv_id); rename them, or leave out "
        "what is something else (first in entry 2)"
    )


def test_an_error_names_ten_keys_and_counts_the_others() -> None:
    records = [{"title": "Sheep", f"key{n:02}": ID} for n in range(12)]

    with pytest.raises(ListingError, match=r"key09 \(call it arxiv_id\) and 2 more;"):
        parse("\n".join(map(json.dumps, records)).encode(), hint("2026-04-02.jsonl"))
