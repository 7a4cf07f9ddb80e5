/* Runs lunr over just the terms that a query needs.

   lunr parses the query, expands its wildcards and slips, and adds up the scores of a paper, with their boosts, over the
   fields that are asked; each score is ours, a field's share of BM25F (scoring.js). That sum is over the query's own terms:
   an index of these alone gives the references, order and scores of an index of all. */
"use strict";

(function (archive) {
  const { analyse, fold } = archive.analysis;
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const ROUNDING = 1e-9; // of a score: more than sums in two orders differ by
  const PRESENT = Object.freeze(Object.create(null));

  const isWord = (term) => !term.includes("'"); // and no name's own form, of which a beginning means nothing

  function openEngine(index, vocabulary) {
    const { manifest } = index;
    const { shard } = index.tables;
    const fields = Object.keys(manifest.weights);
    const readTerm = archive.openScoring(index);

    /* What lunr looks up for a clause: a clause may bring its own terms, as alternatives of one word. */
    function lookups(clause) {
      if (clause.terms) return clause.terms;
      return clause.usePipeline === false ? [clause.term] : analyse(clause.term);
    }

    const postings = async (terms) => index.postingsOf(await shard.get(terms));

    /* Term -> postings as text, of every term that a lookup may mean. */
    async function expand(lookup, clause) {
      const star = lookup.indexOf("*");
      if ("editDistance" in clause) return postings(await vocabulary.near(lookup, clause.editDistance));
      if (star === 0) return postings(await vocabulary.like(lookup));
      if (star < 0) return postings([lookup]);
      return index.postingsOf((await shard.startingWith(lookup.slice(0, star))).filter(([term]) => isWord(term)));
    }

    /* In how many papers a term stands. */
    async function frequency(term) {
      const found = await shard.get([term]);
      return found.length ? index.frequencyIn(found[0]) : 0;
    }

    /* Terms with this beginning, the commonest first, unless they lie in too many shards. */
    async function completions(prefix) {
      if (shard.span(prefix) > manifest.completed) return [];
      const found = await shard.startingWith(prefix);
      const frequencies = new Map(found.map((row) => [row[0], index.frequencyIn(row)]));
      return [...frequencies.keys()].filter(isWord).sort((a, b) => frequencies.get(b) - frequencies.get(a));
    }

    /* Terms, the commonest first, that a clause with an * in front or with edits may mean, from no more shards than allowed; and
       how many there are in all. */
    async function commonest({ term, editDistance }, mostShards) {
      const terms = await (editDistance ? vocabulary.near(term, editDistance) : vocabulary.like(term));
      return { terms: shard.within(terms, mostShards), count: terms.length };
    }

    /* Is there a paper that has all of these terms in a field? */
    async function areTogether(terms, field) {
      const place = fields.indexOf(field);
      const found = await postings(terms);
      if (found.length < terms.length) return false;
      let among = null;
      // The rarest first: it often tells that there is none.
      for (const [, text] of found.sort((a, b) => a[1].length - b[1].length)) {
        const { papers, places, isIn } = readTerm(text);
        const having = (paper, at) => isIn(places[at], place) && (!among || among.has(paper));
        among = new Set(papers.filter(having));
        if (!among.size) return false;
      }
      return terms.length > 0;
    }

    /* The clauses of a query in lunr's syntax; throws lunr.QueryParseError. */
    function parse(text) {
      const query = new lunr.Query(fields);
      new lunr.QueryParser(fold(text), query).parse();
      return query.clauses;
    }

    /* The results of clauses as lunr.Query takes them. Each is [{ref, score, matchData}], the best first. */
    async function run(clauses) {
      const asked = await resolve(clauses);
      return query(asked, candidates(asked));
    }

    /* The papers that clauses over all fields find, none of them prohibiting: the best first, so many of them in
       lunr's order, and the others in none; and the `words` that they have. lunr is shown only those that can be among
       the best: it is exact, and slow where many papers are found. */
    async function best(clauses, most, passes) {
      const asked = await resolve(clauses);
      const weights = weigh(asked, candidates(asked));
      const papers = [];
      for (let paper = 0; paper < weights.length; paper++) {
        if (weights[paper] >= 0 && passes(paper)) papers.push(paper);
      }
      const sorted = Float64Array.from(papers, (paper) => weights[paper]).sort();
      // lunr adds up in another order.
      const least = (sorted[sorted.length - most] || 0) * (1 - ROUNDING);
      const among = new Uint8Array(manifest.papers);
      const others = [];
      for (const paper of papers) {
        if (most && weights[paper] >= least) among[paper] = 1;
        else others.push(paper);
      }
      const first = query(asked, among).map(({ ref }) => Number(ref));
      return { papers: [...first, ...others], words: wordsOf(asked) };
    }

    /* What each paper must have, as alternative terms; where nothing is required, any of the terms. */
    function wordsOf(asked) {
      const needed = asked.filter(({ clause }) => clause.presence === REQUIRED).map(({ found }) => [...found.keys()]);
      return needed.length ? needed : [asked.flatMap(({ found }) => [...found.keys()])];
    }

    /* How many papers have just so many of the clauses, by that number: a tally of those that pass. */
    async function tally(clauses, passes) {
      const counts = new Uint8Array(manifest.papers);
      for (const { found } of await resolve(clauses)) {
        const having = new Set([...found.values()].flatMap(({ papers }) => papers));
        for (const paper of having) if (passes(paper)) counts[paper]++;
      }
      const tallied = Array(clauses.length + 1).fill(0);
      for (const count of counts) tallied[count]++;
      return tallied;
    }

    /* Each clause with its lookups and what the index has of them: term -> papers, places and scores. */
    async function resolve(clauses) {
      const read = new Map();
      return Promise.all(clauses.map(async (clause) => {
        const terms = lookups(clause);
        const postings = new Map((await Promise.all(terms.map((term) => expand(term, clause)))).flat());
        for (const [term, text] of postings) if (!read.has(term)) read.set(term, readTerm(text));
        const found = new Map([...postings.keys()].map((term) => [term, read.get(term)]));
        // lunr 2.3.9 fails on a required word that is nothing but a stop word.
        const meaningless = terms.length === 0 && clause.presence === REQUIRED;
        return { clause: meaningless ? { ...clause, presence: OPTIONAL } : clause, terms, found };
      }));
    }

    /* Paper -> 1 where it has every required word, in whatever field; null where nothing is required. Only these need
       to be shown to lunr: the others cannot be results, and are most. */
    function candidates(asked) {
      let among = null;
      for (const { found } of asked.filter(({ clause }) => clause.presence === REQUIRED)) {
        const having = new Uint8Array(manifest.papers);
        for (const { papers } of found.values()) for (const paper of papers) having[paper] = among ? among[paper] : 1;
        among = having;
      }
      return among;
    }

    /* Paper -> the sum of its scores, which sorts as lunr's score does; -1 where it has none of the terms. */
    function weigh(asked, among) {
      const weights = new Float64Array(manifest.papers).fill(-1);
      for (const { clause, found } of asked) {
        for (const { papers, places, scoreOf } of found.values()) {
          papers.forEach((paper, at) => {
            if (among && !among[paper]) return;
            weights[paper] = Math.max(weights[paper], 0) + (clause.boost ?? 1) * scoreOf(places[at]);
          });
        }
      }
      return weights;
    }

    /* lunr's results among these papers, or all where `among` is null. */
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

    function partialIndex(found, resolved, everyPaper, among) {
      const invertedIndex = Object.create(null);
      const fieldVectors = Object.create(null);
      const terms = [...found.keys()].sort();
      // lunr gives every paper for a query of nothing but prohibited words.
      if (everyPaper) {
        for (let paper = 0; paper < manifest.papers; paper++) fieldVectors[`${fields[0]}/${paper}`] = new lunr.Vector();
      }
      terms.forEach((term, place) => {
        invertedIndex[term] = entryOf(found.get(term), place, fieldVectors, among);
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
    function entryOf({ papers, places, sharesOf }, termIndex, fieldVectors, among) {
      const entry = { _index: termIndex };
      for (const field of fields) entry[field] = Object.create(null);
      papers.forEach((paper, at) => {
        if (among && !among[paper]) return;
        sharesOf(places[at]).forEach((value, f) => {
          if (value === null) return;
          entry[fields[f]][paper] = PRESENT;
          const ref = `${fields[f]}/${paper}`;
          (fieldVectors[ref] ||= new lunr.Vector()).elements.push(termIndex, value);
        });
      });
      return entry;
    }

    return { fields, papers: manifest.papers, parse, run, best, tally, areTogether, commonest, completions, frequency };
  }

  archive.openEngine = openEngine;
})(self.archive);
