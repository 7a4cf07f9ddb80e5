/* Filters, orders and facets: which papers pass, which come first, and how they divide. Downloads only what is asked
   for. */
"use strict";

(function (archive) {
  const SHOWN = 8; // names of a facet

  function openFacts(index) {
    let facts;
    let names;

    async function readFacts() {
      if (facts) return facts;
      const { days, again, votes, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      facts = { listed, votes, code: new Set(index.papersIn(code)) };
      return facts;
    }

    /* A function from a paper to whether the request's filters let it pass. */
    async function filter({ from, to, code, topic, author }) {
      const tests = [];
      if (from || to) {
        const { listed } = await readFacts();
        const within = (day) => (!from || day >= from) && (!to || day <= to);
        tests.push((paper) => listed[paper].some(within));
      }
      if (code) {
        const known = await readFacts();
        tests.push((paper) => known.code.has(paper));
      }
      for (const [kind, name] of [["topics", topic], ["authors", author]]) {
        if (!name) continue;
        const papers = new Set(await index.papersNamed(kind, name));
        tests.push((paper) => papers.has(paper));
      }
      return (paper) => tests.every((test) => test(paper));
    }

    /* A comparison of two papers; null leaves them by relevance. Papers are numbered by day, so newest is last. */
    async function order(name) {
      if (name === "newest") return (a, b) => b - a;
      if (name !== "votes") return null;
      const { votes } = await readFacts();
      return (a, b) => (votes[b] ?? -1) - (votes[a] ?? -1) || b - a;
    }

    async function readNames() {
      if (names) return names;
      const kinds = Object.entries(JSON.parse(await index.single("facets")));
      names = Object.fromEntries(kinds.map(([kind, { names, papers, of }]) =>
        [kind, { names, of, papers: papers.map(index.papersIn) }]));
      return names;
    }

    /* How many of the papers were listed in which year, have code, and have which of the names that are counted. */
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

    /* `counted`: how many names are counted; null where these are all that there are. */
    function commonest({ names, papers, of }, among) {
      const counts = names.map((name, at) => [name, papers[at].filter((paper) => among.has(paper)).length]);
      // The sort is stable: of names as common here, the one that is commoner in the archive comes first.
      const found = counts.filter(([, count]) => count).sort(([, a], [, b]) => b - a);
      return { names: found.slice(0, SHOWN), counted: names.length < of ? names.length : null };
    }

    /* The commonest topics, for the filter to suggest. */
    const topicNames = async () => JSON.parse(await index.single("suggestions"));

    return { filter, order, count, topicNames };
  }

  archive.openFacts = openFacts;
})(self.archive);
