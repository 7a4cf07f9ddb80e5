// @ts-check
/* Filters, orders and facets: which papers pass, which come first, and how they divide. Downloads only what is asked
   for. */

/** As the file has them. See generator/search/facts.py.
    @typedef {{ days: [day: string, papers: number][], again: [paper: number, ...days: string[]][], votes: (number | null)[], code: string }} WrittenFacts */

/** Names that are counted, the commonest first, the papers of each, and how many names there are in all.
    @typedef {{ names: string[], papers: number[][], of: number }} CountedNames */

/** @typedef {Pick<SearchRequest, "from" | "to" | "code" | "topic" | "author">} Filters */

const openFacts = (function () {
  const SHOWN = 8; // names of a facet

  /** @param {Index} index */
  return function openFacts(index) {
    const readFacts = once(async () => {
      /** @type {WrittenFacts} */
      const { days, again, votes, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      return { listed, votes, code: new Set(index.papersIn(code)) };
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
      const { votes } = await readFacts();
      return (a, b) => (votes[b] ?? -1) - (votes[a] ?? -1) || b - a;
    }

    const readNames = once(async () => {
      /** @type {Record<"topics" | "authors", { names: string[], papers: string[], of: number }>} */
      const written = JSON.parse(await index.single("facets"));
      const [topics, authors] = [written.topics, written.authors].map(({ names, papers, of }) =>
        ({ names, of, papers: papers.map(index.papersIn) }));
      return { topics, authors };
    });

    /** How many of the papers were listed in which year, have code, and have which of the names that are counted.
        @param {number[]} papers @returns {Promise<Facets>} */
    async function count(papers) {
      const [{ listed, code }, { topics, authors }] = await Promise.all([readFacts(), readNames()]);
      const among = new Set(papers);
      const years = new Map();
      for (const paper of papers) {
        for (const year of new Set(listed[paper].map((day) => day.slice(0, 4)))) years.set(year, (years.get(year) ?? 0) + 1);
      }
      return {
        papers: papers.length,
        years: [...years].sort(([a], [b]) => b.localeCompare(a)),
        code: papers.filter((paper) => code.has(paper)).length,
        topics: commonest(topics, among),
        authors: commonest(authors, among),
      };
    }

    /** @param {CountedNames} counted @param {Set<number>} among @returns {FacetNames} */
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
