// @ts-check
/* Filters, orders and facets: which papers pass, which come first, and how they divide. Downloads only what is asked
   for. */

/** As the file has them. See generator/search/facts.py.
    @typedef {{ days: [day: string, papers: number][], again: [paper: number, ...days: string[]][], code: string }} WrittenFacts */

/** Names that are counted, the commonest first, the papers of each, and how many names there are in all.
    @template Papers @typedef {{ names: string[], papers: Papers[], of: number }} Names */

/** Papers as postings. @typedef {Names<string>} WrittenNames */

const openFacts = (function () {
  const SHOWN = 8; // names of a facet

  /** @param {Index} index */
  return function openFacts(index) {
    const readFacts = once(async () => {
      /** @type {WrittenFacts} */
      const { days, again, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      return { listed, code: new Set(index.papersIn(code)) };
    });

    /** A function from a paper to whether the request's filters let it pass.
        @param {Filters} filters @returns {Promise<(paper: number) => boolean>} */
    async function filter({ from, to, code, topic, author }) {
      /** @type {((paper: number) => boolean)[]} */
      const tests = [];
      if (from || to) {
        const { listed } = await readFacts();
        const within = (/** @type {string} */ day) => (!from || day >= from) && (!to || day <= to);
        tests.push((paper) => listed[paper].some(within));
      }
      if (code) {
        const known = await readFacts();
        tests.push((paper) => known.code.has(paper));
      }
      for (const [kind, name] of /** @type {const} */ ([["topics", topic], ["authors", author]])) {
        if (!name) continue;
        const papers = new Set(await index.papersNamed(kind, name));
        tests.push((paper) => papers.has(paper));
      }
      return (paper) => tests.every((test) => test(paper));
    }

    /** A comparison of two papers; null leaves them by relevance. Papers are numbered by day, so newest is last.
        @param {string | undefined} name @returns {Promise<((a: number, b: number) => number) | null>} */
    async function order(name) {
      if (name === "newest") return (a, b) => b - a;
      if (name !== "votes") return null;
      /** @type {(number | null)[]} */
      const votes = JSON.parse(await index.single("votes"));
      return (a, b) => (votes[b] ?? -1) - (votes[a] ?? -1) || b - a;
    }

    /** The names of a kind that are counted, their papers, and how many names there are. Most readers never ask. */
    const readNames = once(async (/** @type {FacetKind} */ kind) => {
      const { names, papers, of } = await (kind === "topics" ? readTopics() : readAuthors());
      return { names, of, papers: papers.map(index.papersIn) };
    });

    /** @returns {Promise<WrittenNames>} */
    const readAuthors = async () => JSON.parse(await index.single("facets"));

    /** @returns {Promise<WrittenNames>} */
    async function readTopics() {
      const [{ topics, of }, rows] = await Promise.all([index.labels(), index.tables.about.startingWith("")]);
      const papers = new Map(rows);
      const names = topics.map(({ name }) => name);
      return { names, of, papers: names.map((name) => papers.get(analysis.keyOf(name)) ?? "") };
    }

    /** How many of the papers were listed in which year, have code, and have which of the names of these kinds.
        @param {number[]} papers @param {FacetKind[]} kinds @returns {Promise<Facets>} */
    async function count(papers, kinds) {
      const [{ listed, code }, ...names] = await Promise.all([readFacts(), ...kinds.map(readNames)]);
      const among = new Set(papers);
      const years = new Map();
      for (const paper of papers) {
        for (const year of new Set(listed[paper].map((day) => day.slice(0, 4)))) years.set(year, (years.get(year) ?? 0) + 1);
      }
      return {
        papers: papers.length,
        years: [...years].sort(([a], [b]) => b.localeCompare(a)),
        code: papers.filter((paper) => code.has(paper)).length,
        ...Object.fromEntries(kinds.map((kind, at) => [kind, commonest(names[at], among)])),
      };
    }

    /** @param {Names<number[]>} counted @param {Set<number>} among @returns {FacetNames} */
    function commonest({ names, papers, of }, among) {
      /** @type {FacetNames["names"]} */
      const counts = names.map((name, at) => [name, papers[at].filter((paper) => among.has(paper)).length]);
      // The sort is stable: of names as common here, the one that is commoner in the archive comes first.
      const found = counts.filter(([, count]) => count).sort(([, a], [, b]) => b - a);
      return { names: found.slice(0, SHOWN), counted: names.length < of ? names.length : null };
    }

    /** The commonest topics, for the filter to suggest. @returns {Promise<string[]>} */
    const topicNames = async () => JSON.parse(await index.single("suggestions"));

    return { filter, order, count, topicNames };
  };
})();
