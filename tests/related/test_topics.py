"""Which papers are about a topic."""

from generator.related.topics import Settled, Topic, phrase_terms, slugs_by_key, topics_of

TOPICS = [
    Topic("counting", "Counting", ("census",)),
    Topic("quokka-counting", "Quokka counting", ("QC",)),
    Topic("quokka-census", "Quokka census", merged_into="quokka-counting"),
    Topic("islands", "Islands", withdrawn=True),
    Topic("wombats", "Vombatidae"),
]
SLUGS = slugs_by_key(TOPICS)


def test_labels_aliases_and_slugs_mean_a_topic() -> None:
    assert topics_of("A census", None, SLUGS) == ("counting",)
    assert topics_of("QC", None, SLUGS) == ("quokka-counting",)
    assert topics_of("Vombatidae", None, SLUGS) == topics_of("Wombats", None, SLUGS) == ("wombats",)


def test_a_part_of_what_means_a_topic_says_no_more() -> None:
    terms = Settled([Topic("vdm", "Video diffusion models", ("VDMs",))]).terms

    assert {phrase_terms(each) for each in ("Video diffusion", "diffusion models", "VDM")} <= terms
    assert terms.isdisjoint(map(phrase_terms, ("Video", "video models", "diffusion")))


def test_a_merged_topic_gives_its_papers_to_the_other_one() -> None:
    assert topics_of("Quokka census", None, SLUGS)[0] == "quokka-counting"


def test_a_withdrawn_topic_has_no_papers() -> None:
    assert topics_of("Islands", "Islands and islands", SLUGS) == ()


def test_the_most_useful_topics_come_first() -> None:
    abstract = "Wombats, wombats and a census."

    assert topics_of("Quokka counting", abstract, SLUGS) == ("quokka-counting", "wombats", "counting")
