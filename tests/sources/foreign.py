"""Invented papers as other programs write them; each field has the name and the form of the real one."""

from typing import Any

ABSTRACT = (
    "We count sheep in $n$ meadows with a model that neither sleeps nor counts twice. Earlier work stopped "
    "at one hundred; ours goes on until the last sheep is in. On three flocks it is right in 99\\% of all "
    "nights, and where it errs it says so. We release the meadows, the flocks and the counter to everybody "
    "who cannot sleep, and discuss what remains to be counted: goats, clouds and the hours until morning."
)
WRAPPED = "  " + ABSTRACT.replace("with a model", "with\na model")
TLDR = "A model counts sheep until the last one is in."

ARXIV_PY = {
    "entry_id": "http://arxiv.org/abs/2604.00001v2",
    "updated": "2026-04-02T09:00:00+00:00",
    "published": "2026-03-31 23:30:00+00:00",
    "title": "Counting $n$ Sheep",
    "authors": ["Ada Lamb", "Bo Peep"],
    "summary": WRAPPED,
    "comment": "9 pages, code at https://github.com/sheep/count",
    "journal_ref": "J. Sheep 7",
    "doi": "10.1000/sheep.7",
    "primary_category": "cs.CL",
    "categories": ["cs.AI", "cs.CL", "I.2.7"],
    "links": [
        {
            "href": "http://arxiv.org/abs/2604.00001v2",
            "title": None,
            "rel": "alternate",
            "content_type": None,
        },
        {"href": "http://arxiv.org/pdf/2604.00001v2", "title": "pdf", "rel": "related", "content_type": None},
    ],
    "pdf_url": "http://arxiv.org/pdf/2604.00001v2",
}

HUGGING_FACE = {
    "id": "2604.00001",
    "authors": [
        {"_id": "6a18fe4056b4bb14ec65cefc", "name": "Ada Lamb", "hidden": False},
        {"_id": "6a18fe4056b4bb14ec65cefd", "name": "Bo Peep", "hidden": True},
    ],
    "publishedAt": "2026-03-31T23:30:00.000Z",
    "submittedOnDailyAt": "2026-04-02T00:00:00.000Z",
    "title": "Counting n Sheep",
    "submittedOnDailyBy": {"_id": "6a18fe40", "user": "shepherd", "fullname": "A. Shepherd", "type": "user"},
    "summary": WRAPPED,
    "upvotes": 7,
    "discussionId": "6a18fe4056b4bb14ec65ceff",
    "projectPage": "https://sheep.example/",
    "githubRepo": "https://github.com/sheep/count",
    "githubStars": 3,
    "ai_summary": TLDR,
    "ai_keywords": ["sheep", "counting"],
    "organization": {"_id": "6a18", "name": "meadow", "fullname": "The Meadow"},
}

ENTRY = {
    "paper": HUGGING_FACE,
    "publishedAt": "2026-04-02T11:00:00.000Z",
    "title": "Counting $n$ Sheep",
    "summary": WRAPPED,
    "thumbnail": "https://cdn.example/2604.00001.png",
    "numComments": 2,
    "submittedBy": {"_id": "6a18fe40", "fullname": "A. Shepherd", "name": "shepherd", "type": "user"},
    "isAuthorParticipating": False,
}

SEMANTIC_SCHOLAR = {
    "paperId": "649def34f8be52c8b66281af98ae884c09aef38b",
    "externalIds": {"ArXiv": "2604.00001", "DOI": "10.48550/arXiv.2604.00001", "CorpusId": 13756489},
    "corpusId": 13756489,
    "url": "https://www.semanticscholar.org/paper/649def34f8be52c8b66281af98ae884c09aef38b",
    "title": "Counting $n$ Sheep",
    "abstract": ABSTRACT,
    "venue": "Meeting on Sheep",
    "year": 2026,
    "citationCount": 0,
    "openAccessPdf": {"url": "https://sheep.example/sheep.pdf", "status": "GREEN", "license": None},
    "fieldsOfStudy": ["Computer Science"],
    "tldr": {"model": "tldr@v2.0.0", "text": TLDR},
    "publicationDate": "2026-03-31",
    "authors": [{"authorId": "1741101", "name": "Ada Lamb"}, {"authorId": "1741102", "name": "Bo Peep"}],
    "citationStyles": {
        "bibtex": "@Article{Lamb2026, author = {Ada Lamb and Bo Peep}, eprint = {2604.00001}}"
    },
}

OPENALEX = {
    "id": "https://openalex.org/W2741809807",
    "doi": "https://doi.org/10.48550/arxiv.2604.00001",
    "title": "Counting $n$ Sheep",
    "display_name": "Counting $n$ Sheep",
    "publication_year": 2026,
    "publication_date": "2026-03-31",
    "ids": {
        "openalex": "https://openalex.org/W2741809807",
        "doi": "https://doi.org/10.48550/arxiv.2604.00001",
    },
    "primary_location": {
        "landing_page_url": "https://arxiv.org/abs/2604.00001",
        "pdf_url": "https://arxiv.org/pdf/2604.00001",
        "source": {"id": "https://openalex.org/S4306400194", "display_name": "arXiv (Cornell University)"},
    },
    "locations": [
        {"landing_page_url": "https://arxiv.org/abs/2604.00001", "pdf_url": None, "source": None},
        {"landing_page_url": "https://sheep.example/count", "pdf_url": None, "source": None},
    ],
    "best_oa_location": None,
    "authorships": [
        {"author_position": "first", "author": {"id": "https://openalex.org/A1", "display_name": "Ada Lamb"}},
        {"author_position": "last", "author": {"display_name": None}, "raw_author_name": "Bo Peep"},
    ],
    "is_retracted": False,
    "cited_by_count": 0,
    "topics": [{"id": "https://openalex.org/T1", "display_name": "Counting", "score": 0.9}],
    "referenced_works": ["https://openalex.org/W1"],
    "abstract_inverted_index": {
        word: [place for place, other in enumerate(ABSTRACT.split()) if other == word]
        for word in ABSTRACT.split()
    },
}

KAGGLE = {
    "id": "2604.00001",
    "submitter": "Ada Lamb",
    "authors": "Ada Lamb and Bo Peep, Jr. (The Meadow)",
    "title": "Counting $n$\n  Sheep",
    "comments": "9 pages, code at https://github.com/sheep/count",
    "journal-ref": "J. Sheep 7",
    "doi": "10.1000/sheep.7 10.1000/sheep.8",
    "report-no": "SHEEP-7",
    "categories": "cs.CL cs.AI",
    "license": "http://creativecommons.org/licenses/by/4.0/",
    "abstract": WRAPPED,
    "versions": [
        {"version": "v1", "created": "Tue, 31 Mar 2026 23:30:00 GMT"},
        {"version": "v2", "created": "Thu, 2 Apr 2026 09:00:00 GMT"},
    ],
    "update_date": "2026-04-07",
    "authors_parsed": [["Lamb", "Ada", ""], ["Peep", "Bo", "Jr."], ["The Flock", "", ""], [":", "", ""]],
}

DAILY_ARXIV = {
    "id": "2604.00001",
    "categories": ["cs.CL", "cs.AI"],
    "pdf": "https://arxiv.org/pdf/2604.00001",
    "abs": "https://arxiv.org/abs/2604.00001",
    "authors": ["Ada Lamb", "Bo Peep"],
    "title": "Counting $n$ Sheep",
    "comment": "9 pages, code at\n  https://github.com/sheep/count",
    "summary": ABSTRACT,
    "AI": {"tldr": TLDR, "motivation": "Sleep.", "method": "One.", "result": "Many.", "conclusion": "Good."},
}

ACL = {
    "acl_id": "2026.acl-long.1",
    "abstract": ABSTRACT,
    "full_text": ABSTRACT * 2,
    "corpus_paper_id": 18022704,
    "url": "https://aclanthology.org/2026.acl-long.1",
    "publisher": "Association for Computational Linguistics",
    "year": "2026",
    "month": "August",
    "booktitle": "Proceedings of the Meeting on Sheep",
    "author": "Lamb, Ada and Peep, Bo",
    "title": "Counting $n$ Sheep",
    "doi": "10.18653/v1/2026.acl-long.1",
}

AT_ARXIV: dict[str, dict[str, Any]] = {
    "arxiv.py": ARXIV_PY,
    "Hugging Face": HUGGING_FACE,
    "an entry of Daily Papers": ENTRY,
    "Semantic Scholar": SEMANTIC_SCHOLAR,
    "OpenAlex": OPENALEX,
    "Kaggle": KAGGLE,
    "daily-arXiv": DAILY_ARXIV,
}
"""All of the same paper, 2604.00001."""

SHAPES = {**AT_ARXIV, "ACL": ACL}
