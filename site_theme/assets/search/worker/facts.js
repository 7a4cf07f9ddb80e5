/* Filters and orders: which papers pass, and which come first. Downloads only what the request asks for. */
"use strict";

(function (archive) {
  function openFacts(index) {
    let facts;

    async function readFacts() {
      if (facts) return facts;
      const { days, again, votes, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      facts = { listed, votes, code: new Set(index.papersIn(code)) };
      return facts;
    }

    /* A function from a paper to whether the request's filters let it pass. */
    async function filter({ from, to, code, topic }) {
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
      if (topic) {
        const papers = new Set(await index.papersNamed("topics", topic));
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

    /* The commonest topics, for the filter to suggest. */
    const topicNames = async () => JSON.parse(await index.single("suggestions"));

    return { filter, order, topicNames };
  }

  archive.openFacts = openFacts;
})(self.archive);
