"""A reader who half remembers a title: its words without stop words, one with a slip of the keys."""

import random
from string import ascii_lowercase

from generator.text.analysis import analyse


def misspelt(title: str, chance: random.Random) -> str:
    """Return the title as such a reader would type it."""
    words = [word for word in title.split() if analyse(word)]
    long = [place for place, word in enumerate(words) if len(word) > 3 and word.isascii() and word.isalpha()]
    if long:
        place = chance.choice(long)
        words[place] = _slip(words[place], chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(ascii_lowercase)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
