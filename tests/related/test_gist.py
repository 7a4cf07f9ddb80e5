"""The gist: one sentence of an abstract."""

import json
from functools import partial
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.related import features, gist
from tests.cpu_time import grows_too_fast
from tests.related.papers import DISCOVERY, real
from tests.strategies import abstracts, lines

USUAL = (
    "Quokkas live on an island. Nobody knows how many there are. However, counting on foot disturbs them. "
    "{} Experiments on three beaches show a mean error of 4 %. The code is public."
)
TITLE = "Counting Quokkas from the Air"
OURS = "We propose a method that counts quokkas from the air by their warmth."
TRIMMED = {
    "In this paper, we propose a": "We propose a",
    "Second, we propose a": "We propose a",
    "Firstly, we propose a": "We propose a",
    "To address this, we propose a": "We propose a",
    "To address these challenges, we propose a": "We propose a",
    "To resolve these two open problems, we propose a": "We propose a",
    "In light of these findings, we propose a": "We propose a",
    "To this end, we propose a": "We propose a",
    "Motivated by this, we propose a": "We propose a",
    "So, we propose a": "We propose a",
    "To count all quokkas, we propose a": "To count all quokkas, we propose a",
    "Here we propose a": "Here we propose a",
}


@pytest.mark.parametrize(("begins", "expected"), TRIMMED.items())
def test_the_sentence_that_says_most_is_the_gist_without_its_lead_in(begins: str, expected: str) -> None:
    abstract = USUAL.format(OURS.replace("We propose a", begins))

    found = gist.gist(TITLE, abstract)

    assert found
    assert found.text == OURS.replace("We propose a", expected)
    assert abstract[found.start : found.end].lower() == found.text.lower()


def test_a_formula_in_a_gist_is_whole() -> None:
    formula = "$f(x) = x. A \\text{ or } B$"
    abstract = USUAL.format(
        f"In this work, we propose a method that counts quokkas by {formula} from the air."
    )

    found = gist.gist(TITLE, abstract)

    assert found
    assert formula in found.text


@pytest.mark.parametrize(
    "abstract",
    [
        None,
        "",
        "We propose a method that counts quokkas.",
        "We propose a method. It counts quokkas.",
        "One two three. One two three. One two three. One two three.",
        USUAL.format("We propose counting quokkas from the air."),
        USUAL.format(f"We propose a method that counts quokkas {'and more ' * 60}."),
    ],
    ids=["none", "empty", "one sentence", "two", "all alike", "the title again", "endless"],
)
def test_without_a_sentence_to_be_sure_of_there_is_no_gist(abstract: str | None) -> None:
    found = gist.gist(TITLE, abstract)

    assert found is None or "We propose" not in found.text


@given(title=lines, abstract=abstracts | st.text())
def test_a_gist_is_a_part_of_any_abstract(title: str, abstract: str) -> None:
    found = gist.gist(title, abstract)

    if found:
        assert abstract[found.start : found.end][1:] == found.text[1:]


def test_most_real_papers_have_a_gist_that_does_not_only_repeat_the_title() -> None:
    papers = [paper for paper in real() if paper.abstract]
    found = [gist.gist(paper.title, paper.abstract) for paper in papers]

    assert sum(each is not None for each in found) > 0.9 * len(papers)


@given(texts=st.lists(st.text(), max_size=5))
def test_each_sentence_has_all_features(texts: list[str]) -> None:
    rows = features.features("Quokkas", texts)

    assert [len(row) for row in rows] == [len(features.NAMES)] * len(texts)


def test_the_likest_sentence_is_the_most_central_one() -> None:
    one, two, three = map(frozenset, (["a", "b"], ["a", "b", "c", "d"], ["c", "d"]))

    ranks = features.lexrank([one, two, three])

    assert ranks[1] == 1 == max(ranks)
    assert features.lexrank([]) == []


def test_the_weights_are_few_and_small() -> None:
    data = files(gist.__package__).joinpath("gist.json").read_text()

    assert set(json.loads(data)) == set(features.NAMES)
    assert len(data) < 1000


@pytest.mark.parametrize("text", ["word ", "Word. ", "$x. Y$. ", "$x ", "(Word. "])
def test_a_long_abstract_takes_no_longer_than_it_is_long(text: str) -> None:
    small, large = (USUAL.format(OURS) + text * count for count in (4_000, 40_000))

    assert not grows_too_fast(
        partial(gist.gist, TITLE, small), partial(gist.gist, TITLE, large), most=40, floor=0.005
    )


def test_on_scitldr_gists_say_what_people_said() -> None:
    pytest.importorskip("rouge_score")
    from training.gist import judge, read

    data = DISCOVERY / "scitldr-dev.jsonl.gz"
    if not data.is_file():
        pytest.skip(f"needs {data.name} of ../shared/data/discovery, which is not part of the project")
    found = judge(read(str(data)), gist.weights())
    print("ROUGE-1/2/L", found.round(2))

    assert all(found >= (41.4, 20.0, 33.4))
