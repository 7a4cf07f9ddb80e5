// @ts-check
/* Runs lunr over just the terms that a query needs.

   lunr expands a query's wildcards and slips, and adds up the scores of a paper, with their boosts, over the fields that are
   asked; each score is ours, a field's share of BM25F (scoring.js). That sum is over the query's own terms: an index of these
   alone gives the references, order and scores of an index of all. */

/** A clause with its lookups, and what the index has of them by term.
    @typedef {{ clause: lunr.Clause, terms: string[], found: Map<string, Postings> }} Resolved */

const openPartial = (function () {
  const { PROHIBITED } = lunr.Query.presence;
  /** @type {object} */
  const PRESENT = Object.freeze(Object.create(null));

  /** @param {string[]} fields @param {number} paperCount */
  return function openPartial(fields, paperCount) {
    /** lunr's results among these papers, or all where `among` is null.
        @param {Resolved[]} asked @param {Uint8Array | null} among */
    function query(asked, among) {
      const found = new Map(asked.flatMap((one) => [...one.found]));
      const resolved = asked.map(({ clause, terms }) => {
        // Of alternatives, lunr gives up a required word at the first that is unknown.
        const known = clause.terms ? terms.filter((term) => found.has(term)) : terms;
        return known.length ? known : terms;
      });
      const negated = asked.every(({ clause }) => clause.presence === PROHIBITED);
      return partialIndex(found, resolved, negated, among).query((query) =>
        asked.forEach(({ clause }, place) => query.clause({ ...clause, term: place, usePipeline: true })));
    }

    /** lunr's index of just these terms. @param {Map<string, Postings>} found
        @param {string[][]} resolved the terms of each clause @param {boolean} everyPaper @param {Uint8Array | null} among */
    function partialIndex(found, resolved, everyPaper, among) {
      /** @type {Record<string, lunr.Entry>} */
      const invertedIndex = Object.create(null);
      /** @type {Record<string, lunr.Vector>} */
      const fieldVectors = Object.create(null);
      const terms = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      // lunr gives every paper for a query of nothing but prohibited words.
      if (everyPaper) {
        for (let paper = 0; paper < paperCount; paper++) fieldVectors[`${fields[0]}/${paper}`] = new lunr.Vector();
      }
      terms.forEach(([term, postings], place) => {
        invertedIndex[term] = entryOf(postings, place, fieldVectors, among);
      });
      return new lunr.Index({
        invertedIndex,
        fieldVectors,
        tokenSet: lunr.TokenSet.fromArray(terms.map(([term]) => term)),
        fields,
        pipeline: { runString: (place) => resolved[place] },
      });
    }

    /** lunr's inverted index of one term; adds the term's scores to the vectors.
        @param {Postings} postings @param {number} termIndex @param {Record<string, lunr.Vector>} fieldVectors
        @param {Uint8Array | null} among @returns {lunr.Entry} */
    function entryOf({ papers, kinds, sharesOf }, termIndex, fieldVectors, among) {
      /** @type {Record<number, object>[]} */
      const having = fields.map(() => Object.create(null));
      papers.forEach((paper, at) => {
        if (among && !among[paper]) return;
        sharesOf(kinds[at]).forEach((value, f) => {
          if (value === null) return;
          having[f][paper] = PRESENT;
          const ref = `${fields[f]}/${paper}`;
          (fieldVectors[ref] ||= new lunr.Vector()).elements.push(termIndex, value);
        });
      });
      return { ...Object.fromEntries(fields.map((field, f) => [field, having[f]])), _index: termIndex };
    }

    return query;
  };
})();
