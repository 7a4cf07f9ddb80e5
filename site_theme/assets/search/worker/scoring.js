// @ts-check
/* BM25F: the scores of a term from its postings. See generator/search/scoring.py, which says how and why. */

/** What the index has of a term.
    @typedef {object} Postings
    @property {number[]} papers rising
    @property {number[]} kinds of each paper: what number of times the term stands in which field
    @property {(kind: number, field: number) => boolean} isIn does the term stand in the field of this place?
    @property {(kind: number) => number} scoreOf
    @property {(kind: number) => (number | null)[]} sharesOf what each field adds to the score, null where the term does
      not stand in it */

const openScoring = (function () {
  /** A function from a term's postings as text. @param {Index} index */
  return function openScoring(index) {
    const { k1, papers: all, weights } = index.manifest;
    const tables = Object.values(weights);
    /** Of a kind of posting: each field's weighted count, 0 where the term is not in the field, and their sum. */
    const weightsOf = once((/** @type {number} */ kind) => {
      let rest = kind;
      const counts = tables.map((table) => {
        const count = table[rest % table.length];
        rest = Math.floor(rest / table.length);
        return count;
      });
      return { counts, sum: counts.reduce((sum, count) => sum + count) };
    });

    /** @param {string} postings @returns {Postings} */
    return function readTerm(postings) {
      /** @type {number[]} */
      const papers = [];
      /** @type {number[]} */
      const kinds = [];
      index.readPostings(postings, (paper, kind) => {
        papers.push(paper);
        kinds.push(kind);
      });
      const idf = Math.log(1 + (all - papers.length + 0.5) / (papers.length + 0.5));
      const scored = once((/** @type {number} */ kind) => {
        const { counts, sum } = weightsOf(kind);
        const whole = (idf * (k1 + 1) * sum) / (k1 + sum);
        return { whole, shares: counts.map((count) => (count ? (whole * count) / sum : null)) };
      });
      return {
        papers, kinds,
        isIn: (kind, field) => weightsOf(kind).counts[field] > 0,
        scoreOf: (kind) => scored(kind).whole,
        sharesOf: (kind) => scored(kind).shares,
      };
    };
  };
})();
