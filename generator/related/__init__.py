"""What papers have in common, and what each says in a sentence. Pure functions.

vectors.py      a paper's words and how often it has them
frequencies.py  how rare a word is, frozen for an epoch
weighted.py     the weighted terms of many papers, as arrays
matrix.py       the same by paper and by term
neighbours.py   the older papers most like a paper
reasons.py      what two papers have in common, in a reader's words; a paper's runs of words
lists.py        the related papers of a whole archive
phrases.py      what a paper names, in up to four words (breaking.txt stands between)
acronyms.py     what acronyms stand for
topics.py       a topic, and which papers are about it
generic.py      words that name no topic, and words that say how a paper goes about its subject
proposals.py    the topics that an archive's papers propose
rising.py       the phrases that papers of a month name more often than before
themes.py       what the papers of a day are about, in a few groups
gist.py         the one sentence of an abstract that says most, by its features (features.py)
"""
