"""Papers lead to papers: likeness by shared words, with reasons. Pure functions; imports papers and text only.

vectors.py      a paper's words and how often it has them
frequencies.py  how rare a word is, frozen for an epoch
neighbours.py   the older papers most like a paper
reasons.py      what two papers have in common, in a reader's words
lists.py        the related papers of a whole archive
"""
