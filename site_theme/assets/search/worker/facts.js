/* Filters, orders and facets: which papers pass, which come first, and how they divide. Downloads only what is asked
   for. */
"use strict";

(function (archive) {
  const SHOWN = 8; // names of a facet

  function openFacts(index) {
    const known = new Map();
    let facts;

    async function readFacts() {
      if (facts) return facts;
      const { days, again, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      facts = { listed, code: new Set(index.papersIn(code)) };
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
      const votes = JSON.parse(await index.single("votes"));
      return (a, b) => (votes[b] ?? -1) - (votes[a] ?? -1) || b - a;
    }

    /* The names of a kind that are counted, their papers, and how many names there are. Most readers never ask. */
    async function readNames(kind) {
      if (!known.has(kind)) {
        const { names, papers, of } = await (kind === "topics" ? readTopics() : readAuthors());
        known.set(kind, { names, of, papers: papers.map(index.papersIn) });
      }
      return known.get(kind);
    }

    const readAuthors = async () => JSON.parse(await index.single("facets"));

    async function readTopics() {
      const [{ topics, of }, rows] = await Promise.all([index.labels(), index.tables.about.startingWith("")]);
      const papers = new Map(rows);
      const names = topics.map(({ name }) => name);
      return { names, of, papers: names.map((name) => papers.get(archive.analysis.keyOf(name)) ?? "") };
    }

    /* How many of the papers were listed in which year, have code, and have which of the names of these `kinds`. */
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
