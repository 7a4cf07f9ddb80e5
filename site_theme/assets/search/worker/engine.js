// @ts-check
/* Answers clauses: finds the terms that they mean, and the papers that have these. lunr parses them, and partial.js has it
   carry them out. */

/** What a step of a search finds: papers, and words that each of them has some of, as alternative terms; `isAuthor`: all of
    them in one author's name. @typedef {{ papers: number[], words: string[][], isAuthor?: boolean }} Found */

/** @typedef {ReturnType<typeof openEngine>} Engine */

const openEngine = (function () {
  const { analyse, fold } = analysis;
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;
  const ROUNDING = 1e-9; // of a score: more than sums in two orders differ by

  /** Is a term a word, and no name's own form, of which a beginning means nothing? @param {string} term */
  const isWord = (term) => !term.includes("'");

  /** @param {Index} index @param {Vocabulary} vocabulary */
  return function openEngine(index, vocabulary) {
    const { manifest } = index;
    const { shard } = index.tables;
    const fields = Object.keys(manifest.weights);
    const readTerm = openScoring(index);
    const priorOf = openPrior(index);
    const query = openPartial(fields, manifest.papers);

    /** What lunr looks up for a clause. @param {lunr.Clause} clause */
    function lookups({ terms, term = "", usePipeline }) {
      return terms ?? (usePipeline === false ? [term] : analyse(term));
    }

    /** Rows of [term, postings as text]. @param {string[]} terms */
    const postings = async (terms) => index.postingsOf(await shard.get(terms));

    /** These rows of every term that a lookup may mean. @param {string} lookup @param {lunr.Clause} clause */
    async function expand(lookup, { editDistance }) {
      const star = lookup.indexOf("*");
      if (editDistance !== undefined) return postings(await vocabulary.near(lookup, editDistance));
      if (star === 0) return postings(await vocabulary.like(lookup));
      if (star < 0) return postings([lookup]);
      return index.postingsOf((await shard.startingWith(lookup.slice(0, star))).filter(([term]) => isWord(term)));
    }

    /** In how many papers a term stands. @param {string} term */
    async function frequency(term) {
      const found = await shard.get([term]);
      return found.length ? index.frequencyIn(found[0]) : 0;
    }

    /** Terms with this beginning, the commonest first, unless they lie in too many shards. @param {string} prefix */
    async function completions(prefix) {
      if (shard.span(prefix) > manifest.completed) return [];
      const found = await shard.startingWith(prefix);
      const known = found.map((row) => ({ term: row[0], papers: index.frequencyIn(row) }));
      return known.sort((a, b) => b.papers - a.papers).map(({ term }) => term).filter(isWord);
    }

    /** Terms, the commonest first, that a clause with an * in front or with edits may mean, from no more shards than
        allowed; and how many there are in all.
        @param {{ term: string, editDistance?: number }} clause @param {number} mostShards */
    async function commonest({ term, editDistance }, mostShards) {
      const terms = await (editDistance ? vocabulary.near(term, editDistance) : vocabulary.like(term));
      return { terms: shard.within(terms, mostShards), count: terms.length };
    }

    /** Is there a paper that has all of these terms in a field? @param {string[]} terms @param {string} field */
    async function areTogether(terms, field) {
      const place = fields.indexOf(field);
      const found = await postings(terms);
      if (found.length < terms.length) return false;
      /** @type {Set<number> | null} */
      let among = null;
      // The rarest first: it often tells that there is none.
      for (const [, text] of found.sort((a, b) => a[1].length - b[1].length)) {
        const { papers, kinds, isIn } = readTerm(text);
        /** @type {number[]} */
        const having = papers.filter((paper, at) => isIn(kinds[at], place) && (!among || among.has(paper)));
        among = new Set(having);
        if (!among.size) return false;
      }
      return terms.length > 0;
    }

    /** The clauses of a query in lunr's syntax; throws lunr.QueryParseError. @param {string} text */
    function parse(text) {
      const query = new lunr.Query(fields);
      new lunr.QueryParser(fold(text), query).parse();
      return query.clauses;
    }

    /** The results of clauses, the best first. @param {lunr.Clause[]} clauses */
    async function run(clauses) {
      const asked = await resolve(clauses);
      return query(asked, candidates(asked));
    }

    /** The papers that clauses over all fields find, none of them prohibiting: the best first, so many of them in
        the order of lunr's scores and their priors, and the others in none; and the `words` that they have. lunr is shown
        only those that can be among the best: it is exact, and slow where many papers are found.
        @param {lunr.Clause[]} clauses @param {number} most @param {(paper: number) => boolean} passes
        @returns {Promise<Found>} */
    async function best(clauses, most, passes) {
      const asked = await resolve(clauses);
      const weights = weigh(asked, candidates(asked));
      const papers = [];
      for (let paper = 0; paper < weights.length; paper++) {
        if (weights[paper] >= 0 && passes(paper)) papers.push(paper);
      }
      const worth = new Map(papers.map((paper) => [paper, weights[paper] + priorOf(paper)]));
      const sorted = Float64Array.from(worth.values()).sort();
      // lunr adds up in another order.
      const least = (sorted[sorted.length - most] || 0) * (1 - ROUNDING);
      const among = new Uint8Array(manifest.papers);
      const others = [];
      for (const [paper, all] of worth) {
        if (most && all >= least) among[paper] = 1;
        else others.push(paper);
      }
      const results = query(asked, among).map(({ ref, score }) => ({ paper: Number(ref), score }));
      // lunr divides all sums by one number.
      const by = results.length && weights[results[0].paper] / results[0].score;
      const first = results.map(({ paper, score }) => ({ paper, all: score * by + priorOf(paper) })).sort((a, b) => b.all - a.all);
      return { papers: [...first.map(({ paper }) => paper), ...others], words: wordsOf(asked) };
    }

    /** What each paper must have, as alternative terms; where nothing is required, any of the terms.
        @param {Resolved[]} asked */
    function wordsOf(asked) {
      const needed = asked.filter(({ clause }) => clause.presence === REQUIRED).map(({ found }) => [...found.keys()]);
      return needed.length ? needed : [asked.flatMap(({ found }) => [...found.keys()])];
    }

    /** How many papers have just so many of the clauses, by that number: a tally of those that pass.
        @param {lunr.Clause[]} clauses @param {(paper: number) => boolean} passes @returns {Promise<number[]>} */
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

    /** @param {lunr.Clause[]} clauses @returns {Promise<Resolved[]>} */
    async function resolve(clauses) {
      const read = once(readTerm); // a term may be in many clauses
      return Promise.all(clauses.map(async (clause) => {
        const terms = lookups(clause);
        const postings = (await Promise.all(terms.map((term) => expand(term, clause)))).flat();
        const found = new Map(postings.map(([term, text]) => [term, read(text)]));
        // lunr 2.3.9 fails on a required word that is nothing but a stop word.
        const meaningless = terms.length === 0 && clause.presence === REQUIRED;
        return { clause: meaningless ? { ...clause, presence: OPTIONAL } : clause, terms, found };
      }));
    }

    /** Paper -> 1 where it has every required word, in whatever field; null where nothing is required. Only these need
        to be shown to lunr: the others cannot be results, and are most.
        @param {Resolved[]} asked */
    function candidates(asked) {
      /** @type {Uint8Array | null} */
      let among = null;
      for (const { found } of asked.filter(({ clause }) => clause.presence === REQUIRED)) {
        const having = new Uint8Array(manifest.papers);
        for (const { papers } of found.values()) for (const paper of papers) having[paper] = among ? among[paper] : 1;
        among = having;
      }
      return among;
    }

    /** Paper -> the sum of its scores, which sorts as lunr's score does; -1 where it has none of the terms.
        @param {Resolved[]} asked @param {Uint8Array | null} among */
    function weigh(asked, among) {
      const weights = new Float64Array(manifest.papers).fill(-1);
      for (const { clause, found } of asked) {
        for (const { papers, kinds, scoreOf } of found.values()) {
          papers.forEach((paper, at) => {
            if (among && !among[paper]) return;
            weights[paper] = Math.max(weights[paper], 0) + (clause.boost ?? 1) * scoreOf(kinds[at]);
          });
        }
      }
      return weights;
    }

    return { fields, papers: manifest.papers, parse, run, best, tally, areTogether, commonest, completions, frequency };
  };
})();
