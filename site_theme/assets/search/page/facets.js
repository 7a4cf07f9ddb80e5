// @ts-check
/* How the papers of a result divide: years, code, topics and authors, each a link that narrows the search to it, or
   widens it again. Counted after the result is shown, and only where a reader sees it. */

const { facets, openFacets } = (function () {
  const { button, element, grouped } = results;
  const PAUSE = 400; // milliseconds, in which a reader who types has another result
  const WIDE = "(min-width: 72rem)"; // where facets stand beside the results, as in search.css

  /** Letters and digits alone: what a name is known by. @param {string} name */
  const key = (name) => name.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

  /** The author whose link this search is, or "". @param {string} text */
  const authorOf = (text) => /^authors:(.*)$/.exec(text.trim())?.[1] ?? "";

  /** What is set by choosing a name of a facet; `filter` is the part of a search that it sets.
      @typedef {{name: string, papers: number, filter: Partial<Search>}} Choice */

  /** @param {string} kind @param {[string, number][]} names @param {string} set @param {number} papers
      @returns {Choice[]} */
  function named(kind, names, set, papers) {
    const isListed = names.some(([name]) => key(name) === key(set));
    const all = set && !isListed ? [/** @type {[string, number]} */ ([set, papers]), ...names] : names;
    return all.map(([name, count]) => ({ name, papers: count, filter: { [kind]: name } }));
  }

  /** The facets of a search: [heading, choices, how many names were counted].
      @param {Search} search @param {Facets} facets
      @returns {[string, Choice[], number | null][]} */
  function divided(search, { papers, years, code, topics, authors }) {
    const author = authorOf(search.text);
    const others = authors.names.filter(([name]) => key(name) !== key(author));
    return [
      ["Years", years.map(([year, count]) => ({ name: year, papers: count, filter: { from: `${year}-01-01`, to: `${year}-12-31` } })), null],
      ["Code", code ? [{ name: "Has code", papers: code, filter: { code: true } }] : [], null],
      ["Topics", named("topic", topics.names, search.topic, papers), topics.counted],
      [author ? "Co-authors" : "Authors", named("author", others, search.author, papers), authors.counted],
    ];
  }

  /** Is this part of a search set? @param {Search} search @param {Partial<Search>} filter */
  function isSet(search, filter) {
    return Object.entries(filter).every(([name, value]) =>
      key(String(search[/** @type {keyof Search} */ (name)])) === key(String(value)));
  }

  /** The search with a part of it set, or no longer set. @param {Search} search @param {Partial<Search>} filter
      @returns {Search} */
  function chosen(search, filter) {
    const none = Object.fromEntries(Object.keys(filter).map((name) => [name, name === "code" ? false : ""]));
    return { ...search, ...(isSet(search, filter) ? none : filter), page: 1, some: false, unread: [] };
  }

  /** `link(search, ...children)` makes a link that carries out a search in this page.
      @param {HTMLDetailsElement} place @param {Client} client
      @param {(search: Search, ...children: (Node | string)[]) => HTMLAnchorElement} link */
  function openFacets(place, client, link) {
    const summary = /** @type {HTMLElement} */ (place.querySelector("summary"));
    const groups = /** @type {HTMLElement} */ (place.querySelector("div"));
    /** The search that is shown beside them, unless it is not to be divided. @type {Search | null} */
    let latest = null;
    /** The search whose counts are shown. @type {Search | null} */
    let shown = null;
    let pause = 0;

    /** @param {Search} search @param {Choice} choice */
    function entry(search, { name, papers, filter }) {
      const set = isSet(search, filter);
      const sign = element("span", "dp-facets__sign", set ? "×" : "");
      sign.ariaHidden = "true";
      const count = element("span", "dp-facets__count", grouped(papers), element("span", "dp-search__unseen", " papers"));
      const remove = set ? [element("span", "dp-search__unseen", "Remove ")] : [];
      const made = link(chosen(search, filter), ...remove, element("span", "dp-facets__name", name), sign, " ", count);
      made.dataset.facet = JSON.stringify(filter);
      if (set) made.ariaCurrent = "true";
      return element("li", "", made);
    }

    /** @param {Search} search @param {[string, Choice[], number | null]} facet */
    function group(search, [heading, choices, counted]) {
      if (!choices.length) return [];
      const said = counted && `Of the ${grouped(counted)} with the most papers in this archive.`;
      return [
        element("h2", "", heading), element("ul", "", ...choices.map((choice) => entry(search, choice))),
        ...(said ? [element("p", "", said)] : []),
      ];
    }

    /** Puts others in their place; the focus stays with what it was on. @param {(Node | string)[]} children */
    function replace(...children) {
      const focused = groups.contains(document.activeElement) ? document.activeElement : null;
      groups.replaceChildren(...children);
      if (!(focused instanceof HTMLElement)) return;
      const links = /** @type {HTMLElement[]} */ ([...groups.querySelectorAll("a")]);
      (links.find(({ dataset }) => dataset.facet === focused.dataset.facet) ?? summary).focus({ preventScroll: true });
    }

    async function divide() {
      const asked = latest;
      if (!asked || asked === shown || !place.open) return;
      try {
        const facets = await client.facets({ ...asked, offset: 0, limit: 0 });
        if (asked !== latest) return;
        shown = asked;
        summary.textContent = `Narrow ${facets.papers === 1 ? "this paper" : `these ${grouped(facets.papers)} papers`}`;
        replace(...divided(asked, facets).flatMap((facet) => group(asked, facet)));
      } catch {
        if (asked !== latest) return;
        replace(element("p", "", "These papers could not be counted. ", button("Try again", divide)));
      }
    }

    /** @param {Search} search @param {SearchAnswer} answer */
    function show(search, { count, all, most }) {
      clearTimeout(pause);
      // Of papers with some of the words, these parts would say nothing.
      latest = count && all !== 0 && !most ? search : null;
      place.hidden = !latest;
      if (latest) pause = setTimeout(divide, PAUSE);
    }

    function clear() {
      clearTimeout(pause);
      latest = null;
      place.hidden = true;
    }

    place.open = matchMedia(WIDE).matches;
    place.addEventListener("toggle", divide);
    return { show, clear };
  }

  return { facets: { chosen, divided }, openFacets };
})();
