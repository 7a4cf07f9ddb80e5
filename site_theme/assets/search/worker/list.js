// @ts-check
/* The list that one query gives, as its steps add to it. A paper stands where it is found first. */

/** What a word was taken for. @typedef {{ word: string, terms: string[] }} Correction */

/** The list so far. What answers.js tells as it stands here, SearchAnswer explains.
    @typedef {object} ListParts
    @property {SearchRequest} request
    @property {number[]} papers
    @property {{ end: number, words: string[][] }[]} found which words the papers before a place have
    @property {Correction[]} corrected
    @property {boolean} direct is its one paper what was meant?
    @property {(paper: number) => boolean} passes do the request's filters let a paper pass?
    @property {(found: Found) => boolean} add
    @property {(clauses: lunr.Clause[], most?: number) => Promise<Found>} best */

/** @typedef {ListParts & Pick<SearchAnswer, "all" | "most" | "alike" | "named" | "typed" | "parts" | "filters" | "notes">} List */

const { MOST_NAMED, openList } = (function () {
  const MOST_NAMED = 3; // words that a note lists

  /** @param {Pick<Engine, "best">} engine @param {SearchRequest} request
      @param {List["passes"]} passes @param {((a: number, b: number) => number) | null} compare the request's order
      @param {() => boolean} isCurrent is it still asked for? */
  function openList(engine, request, passes, compare, isCurrent) {
    /** @type {Set<number>} */
    const seen = new Set();
    const fits = (/** @type {number} */ paper) => !seen.has(paper) && passes(paper);
    /** @type {List} */
    const list = {
      request, passes, add, best, papers: [], found: [], corrected: [], notes: [], parts: [], filters: [],
      all: null, most: null, alike: 0, named: false, typed: true, direct: false,
    };

    /** Adds those of the papers that are new and pass; tells whether more is asked for. @type {List["add"]} */
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

    /** What clauses find that can be added. No more than is shown needs an order. @type {List["best"]} */
    function best(clauses, most = compare ? 0 : Math.max(0, request.offset + request.limit - list.papers.length)) {
      return engine.best(clauses, most, fits);
    }

    return list;
  }

  return { MOST_NAMED, openList };
})();
