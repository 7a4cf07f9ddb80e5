/* Clauses as lunr.Query takes them, which may bring alternative terms of one word, and what lunr finds for some. */
"use strict";

(function (archive) {
  const { REQUIRED } = lunr.Query.presence;

  const clausesOf = (asked, presence) => [...asked.values()].map((word) => ({ ...word, presence }));
  const required = (terms, fields) => terms.map((term) => ({ terms: [term], presence: REQUIRED, ...(fields && { fields }) }));

  /* The papers of lunr's results, and their terms, of which each has some. */
  function found(results) {
    return {
      papers: results.map(({ ref }) => Number(ref)),
      words: [[...new Set(results.flatMap(({ matchData }) => Object.keys(matchData.metadata)))]],
    };
  }

  archive.clauses = { clausesOf, required, found };
})(self.archive);
