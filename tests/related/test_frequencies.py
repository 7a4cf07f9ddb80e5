"""How rare a word is."""

import math

from generator.related.frequencies import ENOUGH, STEPS, Frequencies, frequencies, table


def test_a_young_archive_takes_the_table_that_comes_with_the_program() -> None:
    assert frequencies({"quokka": 1}, ENOUGH - 1) is table()


def test_a_grown_archive_takes_its_own_frequencies() -> None:
    own = frequencies({"quokka": ENOUGH, "island": 2 * ENOUGH}, 2 * ENOUGH)

    assert own.weight("quokka") == round(STEPS * math.sqrt(math.log(2)))
    assert own.weight("island") == 0


def test_a_word_that_was_never_seen_weighs_as_much_as_one_that_is_rare() -> None:
    some = Frequencies(1000, {"common": 500, "rare": 3}, rare=3)

    assert some.weight("never") == some.weight("rare") > some.weight("common") > 0


def test_the_table_knows_usual_words() -> None:
    assert table().papers > 10_000
    assert table().weight("model") < table().weight("diffus") < table().weight("quokka")
