/* BM25F: the scores of a term from its postings. See generator/search/scoring.py, which says how and why. */
"use strict";

(function (archive) {
  function openScoring(index) {
    const { k1, papers: all, weights } = index.manifest;
    const tables = Object.values(weights);
    const kinds = new Map();

    /* Of a kind of posting: each field's weighted count, 0 where the term is not in the field, and their sum. */
    function kindOf(number) {
      let rest = number;
      const counts = tables.map((table) => {
        const count = table[rest % table.length];
        rest = Math.floor(rest / table.length);
        return count;
      });
      return { counts, sum: counts.reduce((sum, count) => sum + count) };
    }

    /* The papers of a term, rising; the kind of each; `isIn(kind, place of a field)`; `scoreOf` a kind; and its
       `sharesOf` the score: what each field adds, null where the term does not stand in the field. */
    function readTerm(postings) {
      const papers = [];
      const places = [];
      index.readPostings(postings, (paper, kind) => {
        papers.push(paper);
        places.push(kind);
        if (!kinds.has(kind)) kinds.set(kind, kindOf(kind));
      });
      const idf = Math.log(1 + (all - papers.length + 0.5) / (papers.length + 0.5));
      const known = new Map();
      const scored = (kind) => {
        if (!known.has(kind)) known.set(kind, score(kinds.get(kind)));
        return known.get(kind);
      };
      const score = ({ counts, sum }) => {
        const whole = (idf * (k1 + 1) * sum) / (k1 + sum);
        return { whole, shares: counts.map((count) => (count ? (whole * count) / sum : null)) };
      };
      return {
        papers, places,
        isIn: (kind, field) => kinds.get(kind).counts[field] > 0,
        scoreOf: (kind) => scored(kind).whole,
        sharesOf: (kind) => scored(kind).shares,
      };
    }

    return readTerm;
  }

  archive.openScoring = openScoring;
})(self.archive);
