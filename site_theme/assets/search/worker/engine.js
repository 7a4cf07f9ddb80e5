/* Runs lunr over just the terms that a query needs.

   lunr's score of a document is a dot product over the query's own terms. So an index of those terms alone, with the
   number of papers in the whole archive for the idf, gives the references, order and scores of the full index. */
"use strict";

(function (archive) {
  const { analyse, fold } = archive.analysis;
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const PRESENT = Object.freeze(Object.create(null));

  function openEngine(index, vocabulary) {
    const { manifest } = index;
    const { shard } = index.tables;
    const fields = Object.keys(manifest.boosts);
    const boosts = Object.values(manifest.boosts);

    /* What lunr looks up for a clause: a clause may bring its own terms, as alternatives of one word. */
    function lookups(clause) {
      if (clause.terms) return clause.terms;
      return clause.usePipeline === false ? [clause.term] : analyse(clause.term);
    }

    /* Term -> postings as text, of every term that a lookup may mean. */
    async function expand(lookup, clause) {
      const star = lookup.indexOf("*");
      if ("editDistance" in clause) return shard.get(await vocabulary.near(lookup, clause.editDistance));
      if (star === 0) return shard.get(await vocabulary.like(lookup));
      return star < 0 ? shard.get([lookup]) : shard.startingWith(lookup.slice(0, star));
    }

    /* In how many papers a term stands. */
    async function frequency(term) {
      const found = await shard.get([term]);
      return found.length ? index.papersIn(found[0][1]).length : 0;
    }

    /* Terms with this beginning, the commonest first, unless they lie in more shards than allowed. */
    async function completions(prefix, mostShards) {
      if (shard.span(prefix) > mostShards) return [];
      const found = await shard.startingWith(prefix);
      // More papers make longer postings; that is exact enough, and needs no reading.
      return found.sort((a, b) => b[1].length - a[1].length).map(([term]) => term);
    }

    /* The results of a query in lunr's syntax; throws lunr.QueryParseError. */
    async function search(text) {
      const query = new lunr.Query(fields);
      new lunr.QueryParser(fold(text), query).parse();
      return run(query.clauses);
    }

    /* The results of clauses as lunr.Query takes them. Each is [{ref, score, matchData}], the best first. */
    async function run(clauses) {
      const asked = await Promise.all(clauses.map(async (clause) => {
        const terms = lookups(clause);
        const found = (await Promise.all(terms.map((term) => expand(term, clause)))).flat();
        // lunr 2.3.9 fails on a required word that is nothing but a stop word.
        const meaningless = terms.length === 0 && clause.presence === REQUIRED;
        return { clause: meaningless ? { ...clause, presence: OPTIONAL } : clause, terms, found };
      }));
      const found = new Map(asked.flatMap((one) => one.found));
      const resolved = asked.map(({ clause, terms }) => {
        // Of alternatives, lunr gives up a required word at the first that is unknown.
        const known = clause.terms ? terms.filter((term) => found.has(term)) : terms;
        return known.length ? known : terms;
      });
      const negated = clauses.every((clause) => clause.presence === PROHIBITED);
      return partialIndex(found, resolved, negated, candidates(asked)).query((query) =>
        asked.forEach(({ clause }, place) => query.clause({ ...clause, term: place, usePipeline: true })));
    }

    /* Paper -> 1 where it has every required word, in whatever field; null where nothing is required. Only these need
       to be shown to lunr: the others cannot be results, and are most. */
    function candidates(asked) {
      let papers = null;
      for (const { found } of asked.filter(({ clause }) => clause.presence === REQUIRED)) {
        const having = new Uint8Array(manifest.papers);
        for (const [, postings] of found) {
          index.readPostings(postings, (paper) => {
            having[paper] = papers ? papers[paper] : 1;
          });
        }
        papers = having;
      }
      return papers;
    }

    function partialIndex(found, resolved, everyPaper, among) {
      const invertedIndex = Object.create(null);
      const fieldVectors = Object.create(null);
      const terms = [...found.keys()].sort();
      // lunr gives every paper for a query of nothing but prohibited words.
      if (everyPaper) {
        for (let paper = 0; paper < manifest.papers; paper++) fieldVectors[`${fields[0]}/${paper}`] = new lunr.Vector();
      }
      terms.forEach((term, place) => {
        invertedIndex[term] = posting(found.get(term), place, fieldVectors, among);
      });
      return new lunr.Index({
        invertedIndex,
        fieldVectors,
        tokenSet: lunr.TokenSet.fromArray(terms),
        fields,
        pipeline: { runString: (place) => resolved[place] },
      });
    }

    /* lunr's inverted index of one term; adds the term's scores to the vectors. */
    function posting(text, termIndex, fieldVectors, among) {
      const entry = { _index: termIndex };
      for (const field of fields) entry[field] = Object.create(null);
      const papers = [];
      const places = [];
      let occurrences = 0;
      index.readPostings(text, (paper, place) => {
        if (!among || among[paper]) {
          papers.push(paper);
          places.push(place);
        }
        for (const count of manifest.counts[place]) if (count) occurrences++;
      });
      const idf = Math.log(1 + Math.abs((manifest.papers - occurrences + 0.5) / (occurrences + 0.5)));
      const scores = new Map();
      papers.forEach((paper, at) => {
        const place = places[at];
        if (!scores.has(place)) scores.set(place, manifest.counts[place].map((count, f) => score(idf, count, f)));
        scores.get(place).forEach((value, f) => {
          if (value === null) return;
          entry[fields[f]][paper] = PRESENT;
          const ref = `${fields[f]}/${paper}`;
          (fieldVectors[ref] ||= new lunr.Vector()).elements.push(termIndex, value);
        });
      });
      return entry;
    }

    /* lunr.Builder's score of a term that stands so often in a field, rounded as it rounds. */
    function score(idf, count, field) {
      if (!count) return null;
      const weight = (idf * ((manifest.k1 + 1) * count)) / (manifest.k1 * (1 - manifest.b) + count);
      return Math.round(weight * boosts[field] * 1000) / 1000;
    }

    return { fields, papers: manifest.papers, search, run, completions, frequency };
  }

  archive.openEngine = openEngine;
})(self.archive);
