/* Filters and orders: which papers pass, and which come first. Downloads only what the request asks for. */
"use strict";

(function (archive) {
  function openFacts(index) {
    let facts;
    let topics;

    async function readFacts() {
      if (facts) return facts;
      const { days, again, votes, code } = JSON.parse(await index.single("facts"));
      const listed = days.flatMap(([day, papers]) => Array.from({ length: papers }, () => [day]));
      for (const [paper, ...later] of again) listed[paper].push(...later);
      facts = { listed, votes, code: papersOf(code) };
      return facts;
    }

    async function readTopics() {
      topics ||= JSON.parse(await index.single("topics"));
      return topics;
    }

    function papersOf(gaps) {
      const papers = new Set();
      index.readPostings(gaps, (paper) => papers.add(paper));
      return papers;
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
        const wanted = topic.toLowerCase();
        const papers = new Set();
        for (const [name, gaps] of await readTopics()) {
          if (name.toLowerCase() === wanted) papersOf(gaps).forEach((paper) => papers.add(paper));
        }
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

    const topicNames = async () => (await readTopics()).map(([name]) => name);

    return { filter, order, topicNames };
  }

  archive.openFacts = openFacts;
})(self.archive);
