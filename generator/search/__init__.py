"""Search over the whole archive, in the browser, from an index that is cut by term.

lunr.js parses queries, expands wildcards and slips, and adds up; the scores are BM25F. The files are
specified in docs/search-format.md.

documents.py   what search knows of a paper
kept.py        what an earlier build made of the same documents
postings.py    terms -> papers, with counts a field (text/analysis.py makes terms of text)
spellings.py   terms beyond those of words: compounds, names
scoring.py     counts -> levels, which scores are made of
prior.py       votes and age -> what is added to a score
segments.py    papers of finished months, and newer ones
shards.py      postings cut into files by ranges of terms (tables.py cuts, codec.py writes)
vocabulary.py  terms alone, for fuzzy words and wildcards
stored.py      what a result shows, in files of a few papers
facts.py       days, votes, code and topics, for filters and facets
files.py       names of files, by what they hold
manifest.py    the one file with a fixed name, which tells of the others
scripts.py     lunr.js and our scripts, as two files
index.py       all of this: documents -> SearchIndex, files and their sizes
budget.py      what a first search may cost a reader
saved.py       queries with a page of their own (typed.py reads them, matching.py finds their papers)
"""

from generator.search.budget import Budget, BudgetError, Sizes, check_budget
from generator.search.documents import Document, Topic
from generator.search.index import SearchIndex, build

__all__ = ["Budget", "BudgetError", "Document", "SearchIndex", "Sizes", "Topic", "build", "check_budget"]
