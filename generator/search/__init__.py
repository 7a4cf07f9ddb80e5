"""Search over the whole archive, in the browser, from an index that is cut by term.

lunr.js parses queries, expands wildcards and slips, and adds up; the scores are BM25F. The files are
specified in docs/search-format.md.

Document      what search knows of a paper                    documents.py
analyse       text -> terms, the same here and in the browser analysis.py, stemming.py
Postings      terms -> papers, with counts a field            postings.py
Field         counts -> levels, which scores are made of      scoring.py
prior         votes and age -> what is added to a score     prior.py
segments      papers of finished months, and newer ones     segments.py, spellings.py
shards        postings cut into files by ranges of terms      shards.py, tables.py, codec.py
vocabulary    terms alone, for fuzzy words and wildcards      vocabulary.py
stored_fields what a result shows, in files of a few papers   stored.py
facts         days, votes, code and topics, for filters and facets   facts.py
scripts       lunr.js and our scripts, as two files           scripts.py
build         documents -> SearchIndex: files and their sizes index.py
check_budget  SearchIndex -> nothing, or BudgetError          budget.py
"""

from generator.search.budget import Budget, BudgetError, Sizes, check_budget
from generator.search.documents import Document, Topic
from generator.search.index import SearchIndex, build

__all__ = ["Budget", "BudgetError", "Document", "SearchIndex", "Sizes", "Topic", "build", "check_budget"]
