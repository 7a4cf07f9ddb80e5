/* The list that one query gives, as its steps add to it. A paper stands where it is found first. */
"use strict";

(function (archive) {
  /* `passes` and `compare` are the request's filter and order, of facts.js. `found` tells which words the papers before a
     place, its `end`, have; `corrected`, what words were taken for; `direct`, whether its one paper is what was meant. The
     other parts are those of the answer: see answers.js. */
  function openList(engine, request, passes, compare, isCurrent) {
    const seen = new Set();
    const fits = (paper) => !seen.has(paper) && passes(paper);
    const list = {
      request, passes, add, best, papers: [], found: [], corrected: [], notes: [], parts: [], filters: [],
      all: null, most: null, alike: 0, named: false, typed: true, direct: false,
    };

    /* Adds those of the papers that are new and pass; `words` are what these have, each as alternative terms. Tells
       whether more is asked for. */
    function add({ papers, words }) {
      const fresh = papers.filter(fits);
      if (compare) fresh.sort(compare);
      for (const paper of fresh) {
        seen.add(paper);
        list.papers.push(paper);
      }
      list.found.push({ end: list.papers.length, words });
      return isCurrent();
    }

    /* What clauses find that can be added. No more than is shown needs an order. */
    function best(clauses, most = compare ? 0 : Math.max(0, request.offset + request.limit - list.papers.length)) {
      return engine.best(clauses, most, fits);
    }

    return list;
  }

  archive.openList = openList;
  archive.PAGE = 10; // papers that a list shows at once
  archive.MOST_NAMED = 3; // words that a note lists
})(self.archive);
