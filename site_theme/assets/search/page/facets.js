// @ts-check
/* How the papers of a result divide: years, code, topics and authors, each a link that narrows the search to it, or
   widens it again. Counted after the result is shown, and only where a reader sees it. */

const { facets, openFacets } = (function () {
  const { button, element } = results;
  const { grouped } = numbers;
  const PAUSE = 400; // milliseconds, in which a reader who types has another result
  const WIDE = "(min-width: 72rem)"; // where facets stand beside the results, as in page.css

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

  /** The choices that a facet gives. @param {Search} search @param {Facets} facets
      @returns {Record<"years" | "code" | FacetKind, Choice[]>} */
  function divided(search, { papers, years, code, topics, authors }) {
    const author = authorOf(search.text);
    const others = authors?.names.filter(([name]) => key(name) !== key(author));
    return {
      years: years.map(([year, count]) => ({ name: year, papers: count, filter: { from: `${year}-01-01`, to: `${year}-12-31` } })),
      code: code ? [{ name: "Has code", papers: code, filter: { code: true } }] : [],
      topics: topics ? named("topic", topics.names, search.topic, papers) : [],
      authors: others ? named("author", others, search.author, papers) : [],
    };
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

  /** `link(choose, ...children)` makes a link that carries out in this page what `choose` makes of the search that is asked:
      something may have been set since these were counted.
      @param {HTMLDetailsElement} place @param {Client} client
      @param {(choose: (asked: Search) => Search, ...children: (Node | string)[]) => HTMLAnchorElement} link */
  function openFacets(place, client, link) {
    const summary = /** @type {HTMLElement} */ (place.querySelector("summary"));
    const groups = /** @type {HTMLElement} */ (place.querySelector("div"));
    /** The search that is shown beside them, unless it is not to be divided. @type {Search | null} */
    let latest = null;
    let pause = 0;

    /** @param {Search} search @param {Choice} choice */
    function entry(search, { name, papers, filter }) {
      const set = isSet(search, filter);
      const count = element("span", "dp-facets__count", grouped(papers), element("span", "dp-search__unseen", " papers"));
      const remove = set ? [element("span", "dp-search__unseen", "Remove ")] : [];
      const made = link((asked) => chosen(asked, filter), ...remove, element("span", "dp-facets__name", name), " ", count);
      made.dataset.facet = JSON.stringify(filter);
      if (set) made.ariaCurrent = "true";
      return element("li", "", made);
    }

    /** @param {Search} search @param {Choice[]} choices */
    const list = (search, choices) => element("ul", "", ...choices.map((choice) => entry(search, choice)));

    /** Puts others in their place; the focus stays with what it was on.
        @param {HTMLElement} body @param {HTMLElement} otherwise @param {(Node | string)[]} children */
    function replace(body, otherwise, ...children) {
      const focused = body.contains(document.activeElement) ? document.activeElement : null;
      body.replaceChildren(...children);
      if (!(focused instanceof HTMLElement)) return;
      const links = /** @type {HTMLElement[]} */ ([...body.querySelectorAll("a")]);
      (links.find(({ dataset }) => dataset.facet === focused.dataset.facet) ?? otherwise).focus({ preventScroll: true });
    }

    /** A part that is counted while `isOpen`, anew for each search. @param {HTMLElement} body @param {HTMLElement} heading
        @param {() => boolean} isOpen @param {FacetKind[]} kinds
        @param {(search: Search, facets: Facets) => (Node | string)[]} shownOf */
    function part(body, heading, isOpen, kinds, shownOf) {
      /** The search whose counts are shown. @type {Search | null} */
      let shown = null;

      return async function count() {
        const asked = latest;
        if (!asked || asked === shown || !isOpen()) return;
        try {
          const facets = await client.facets({ ...asked, offset: 0, limit: 0 }, kinds);
          if (asked !== latest) return;
          shown = asked;
          replace(body, heading, ...shownOf(asked, facets));
        } catch {
          if (asked !== latest) return;
          replace(body, heading, element("p", "", "These papers could not be counted. ", button("Try again", count)));
        }
      };
    }

    /** The years and code, which cost little. @param {Search} search @param {Facets} facets */
    function first(search, facets) {
      const { years, code } = divided(search, facets);
      summary.textContent = `Narrow ${facets.papers === 1 ? "this paper" : `these ${grouped(facets.papers)} papers`}`;
      return [
        element("h2", "", "Years"), list(search, years),
        ...(code.length ? [element("h2", "", "Code"), list(search, code)] : []),
      ];
    }

    /** Names of a kind, which cost a download: folded away until a reader asks. @param {FacetKind} kind
        @param {() => string} called */
    function names(kind, called) {
      const heading = element("h2", "", called());
      const body = element("div", "");
      const fold = document.createElement("details");
      const open = element("summary", "", heading);
      fold.append(open, body);
      groups.append(fold);
      const count = part(body, open, () => place.open && fold.open, [kind], (search, facets) => {
        const choices = divided(search, facets)[kind];
        const counted = facets[kind]?.counted;
        const said = counted ? `Of the ${grouped(counted)} with the most papers in this archive.` : "";
        return choices.length ? [list(search, choices), ...(said ? [element("p", "", said)] : [])] : [element("p", "", "None.")];
      });
      fold.addEventListener("toggle", count);
      return () => {
        heading.textContent = called();
        return count();
      };
    }

    const usual = element("div", "");
    groups.append(usual);
    const parts = [
      part(usual, summary, () => place.open, [], first),
      names("topics", () => "Topics"),
      names("authors", () => (authorOf(latest?.text ?? "") ? "Co-authors" : "Authors")),
    ];
    const divide = () => parts.forEach((count) => count());

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
