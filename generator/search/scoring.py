"""How a match is weighed: the one place for lunr's k1, b and boosts.

lunr's score of a term in a field is

    idf * (k1 + 1) * count / (k1 * (1 - b + b * length / mean) + count) * boost

With b = 0 the field's length falls out, so a posting needs nothing but a paper's number and its
counts; the browser works out the scores, with these numbers from the manifest.
"""

K1 = 1.2
B = 0

BOOSTS = {"abstract": 1, "title": 8, "authors": 4, "topics": 2, "arxiv": 8}
"""Field -> boost. The abstract is first, so that the commonest posting (once in the abstract) is counted as
0."""

FIELDS = tuple(BOOSTS)
