// @ts-check
/* Clauses as lunr.Query takes them, which may bring alternative terms of one word, and what lunr finds for some. */

/** A word of a query: the terms that may stand for it, and how much it counts.
    @typedef {{ terms: string[], boost: number }} AskedWord */

/** The words of a query, by the terms that they were typed with. @typedef {Map<string, AskedWord>} Asked */

const clauses = (function () {
  const { REQUIRED } = lunr.Query.presence;

  /** @param {Asked} asked @param {lunr.Presence} presence @returns {lunr.Clause[]} */
  const clausesOf = (asked, presence) => [...asked.values()].map((word) => ({ ...word, presence }));
  /** @param {string[]} terms @param {string[]} [fields] @returns {lunr.Clause[]} */
  const required = (terms, fields) => terms.map((term) => ({ terms: [term], presence: REQUIRED, ...(fields && { fields }) }));

  /** @param {lunr.Result[]} results @returns {Found} */
  function found(results) {
    return {
      papers: results.map(({ ref }) => Number(ref)),
      words: [[...new Set(results.flatMap(({ matchData }) => Object.keys(matchData.metadata)))]],
    };
  }

  return { clausesOf, required, found };
})();
