"""The topics that an archive's papers propose."""

import gzip
import json
from collections.abc import Iterator
from random import Random

import pytest

from generator.papers.records import Paper
from generator.related.proposals import LEAST, proposals
from generator.related.topics import Topic, slugs_by_key, topics_of
from tests.related.papers import DISCOVERY, invented, read

CORPUS = DISCOVERY.parent / "corpus-hf.jsonl.gz"
PLACES = ("Rottnest", "Perth", "Albany", "Esperance", "Broome")


def papers(count: int, title: str, abstract: str) -> Iterator[Paper]:
    """Give papers that say one thing, and then each its own."""
    for number in range(count):
        own = " ".join(f"{PLACES[number % 5]}{word}x{number}" for word in range(6))
        yield invented(f"{title[:2]}{number}".lower(), title, f"{abstract} {own}.", number)


def archive(title: str, abstract: str, count: int = LEAST) -> list[Paper]:
    """Give papers that say one thing, among others."""
    others = papers(6 * count, "Wombats of holes", "We look at holes, and nothing else.")
    return [*papers(count, title, abstract), *others]


def labels(found: list[Paper]) -> list[str]:
    return [each.label for each in proposals(found)]


def test_a_phrase_of_enough_papers_is_a_topic() -> None:
    found = archive("Quokka counting from the air", "We like quokka counting, mostly.")

    assert "Quokka counting" in labels(found)
    assert "Quokka counting" not in labels(found[1:])


def test_an_acronym_and_what_it_stands_for_are_one_topic() -> None:
    long = papers(LEAST, "Quokka counting from the air", "We like quokka counting (QC), mostly.")
    short = papers(4, "QC for islands", "We like QC, mostly.")
    found = [*long, *short, *archive("Bettong", "bettongs")]

    topic = next(each for each in proposals(found) if each.label == "Quokka counting")

    assert topic.aliases == ("QC",)
    assert topic.papers == LEAST + 4


def test_generic_words_and_common_nouns_are_no_topic() -> None:
    assert labels(archive("Training data for numbats", "We use training data, and numbats.")) == []


def test_the_order_of_papers_changes_nothing() -> None:
    found = archive("Quokka counting from the air", "We like quokka counting, mostly.")

    assert proposals(Random(1).sample(found, len(found))) == proposals(found)


def test_few_papers_have_no_topics() -> None:
    assert proposals([]) == []
    assert proposals([invented("one", "Quokkas")]) == []


@pytest.mark.skipif(not CORPUS.is_file(), reason="needs the real data beside the project")
def test_two_years_of_real_papers_have_the_topics_that_they_should() -> None:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        found = {paper.id: paper for paper in map(read, map(json.loads, lines))}
    proposed = proposals(list(found.values()))
    slugs = slugs_by_key([Topic(str(place), each.label, each.aliases) for place, each in enumerate(proposed)])
    having = sum(bool(topics_of(paper.title, paper.abstract, slugs)) for paper in found.values())

    assert len(proposed) >= 200
    assert having >= 0.7 * len(found)
    assert {"Reinforcement learning", "Video generation", "RLVR"} <= {each.label for each in proposed}
