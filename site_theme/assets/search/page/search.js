// @ts-check
/* The search page: query, filters, order and page, all of them in the address. */

/** How a search is carried out: while its text is typed, at a place of the page, with sentences about it.
    @typedef {{ typing?: boolean, scroll?: number, said?: string[] }} Manner */

const openSearchPage = (function () {
  const { PAGE } = messages;
  const STILL = 100; // milliseconds without scrolling before the place is kept

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {Client} client */
  return function openSearchPage(form, input, client) {
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`[data-search-${name}]`));
    const [status, notes, error, more, pages] = ["status", "notes", "error", "more", "pages"].map(find);
    const list = /** @type {HTMLOListElement} */ (find("list"));
    const help = /** @type {HTMLDetailsElement} */ (find("help"));
    const controls = openFilters(form, find, client, () => go(asked(), { typing: false }));
    const facets = openFacets(/** @type {HTMLDetailsElement} */ (find("facets")), client, (choose, ...children) => searchLink(() => choose(dates.dated(asked())), () => {}, ...children));
    const drawer = openDrawer(find("toggle"), [find("filters"), find("facets")]);
    const turns = openTurns(() => (status.textContent = "Searching…"));
    const origin = location.pathname;
    const title = document.title;
    let still = 0;
    let settled = true;
    let followed = "";

    const current = () => address.read(location.search);
    /** @returns {Search} */
    const asked = () => ({ text: input.value, ...controls.values(), some: false, page: 1, unread: [] });

    /** @param {Search} search */
    function isEmpty({ text, from, to, code, topic, author, order }) {
      return !(text.trim() || from || to || code || topic || author || order);
    }

    /** Puts a search into the address. While a reader types, one entry of the history is rewritten.
        @param {Search} given @param {{ typing: boolean }} manner */
    function go(given, { typing }) {
      const { search, said } = typing ? { search: given, said: [] } : settle(given);
      const target = origin + address.write(search);
      if (target !== location.pathname + location.search) {
        history[(typing && !settled) || drawer.isOpen() ? "replaceState" : "pushState"](null, "", target);
      }
      followed = location.search;
      settled = !typing;
      return run(search, { typing, said });
    }

    /** Moves days that a search's text tells into the filter of days: seen there, and removed there. @param {Search} search */
    function settle(search) {
      const moved = dates.dated(search);
      if (moved === search) return { search, said: [] };
      input.value = moved.text;
      controls.set(moved);
      return { search: moved, said: [datesSaid(moved)] };
    }

    const datesSaid = (/** @type {Search} */ { said }) => `“${said}” was taken for the days of listing; in quotes it is searched for as words.`;

    /* Does what the address says, at the place where a reader who comes back had been. */
    function follow() {
      const given = current();
      const { scroll = 0 } = history.state || {};
      settled = true;
      input.value = given.text;
      controls.set(given);
      const { search, said } = settle(given);
      if (said.length) history.replaceState(history.state, "", origin + address.write(search));
      followed = location.search;
      return run(search, { scroll, said });
    }

    /** @param {Search} search @param {Manner} [manner] @returns {Promise<void>} */
    async function run(search, { typing = false, scroll, said = [] } = {}) {
      document.title = search.text ? `${search.text} · ${title}` : title;
      if (isEmpty(search)) {
        turns.stop();
        clear();
        facets.clear();
        showNotes(search, said);
        return;
      }
      error.hidden = true;
      const ask = () => client.query({
        ...dates.dated(search), offset: (search.page - 1) * PAGE, limit: PAGE, fold: !search.some,
      });
      const tell = (/** @type {SearchAnswer | null} */ answer) => {
        if (!answer) return undefined;
        const last = Math.max(1, Math.ceil(answer.count / PAGE));
        if (answer.direct && !typing) return location.replace(new URL(answer.direct, archive.root));
        if (search.page > last) return turnBack(search, last, answer.count);
        const moved = typing ? dates.dated(search) : search;
        const told = moved === search ? said : [datesSaid(moved)];
        show(search, answer, last, [...told, ...answer.notes]);
        facets.show(moved, answer);
        if (scroll !== undefined) scrollTo(0, scroll);
        return undefined;
      };
      await turns.take(ask, tell, (problem) => {
        clear();
        facets.clear();
        results.showError(error, problem, () => run(current(), { typing }));
      });
    }

    /** @param {Search} search @param {number} last @param {number} count */
    function turnBack(search, last, count) {
      const target = { ...search, page: last };
      const said = count ? [`There is no page ${numbers.grouped(search.page)}: this is the last.`] : [];
      history.replaceState(history.state, "", origin + address.write(target));
      followed = location.search;
      return run(target, { said });
    }

    function clear() {
      document.documentElement.classList.remove("searching");
      status.textContent = "";
      error.hidden = true;
      for (const part of [notes, list, more, pages]) part.replaceChildren();
    }

    /** @param {Search} search @param {SearchAnswer} answer @param {number} last the last page @param {string[]} said */
    function show(search, answer, last, said) {
      clear();
      // Nearly every paper has one of some words: to say of how many pages would count those.
      const of = answer.most || answer.count > (answer.all ?? answer.count) ? "" : ` of\u00a0${numbers.grouped(last)}`;
      const place = last > 1 ? `Page ${numbers.grouped(search.page)}${of}` : "";
      status.textContent = results.summary(answer) + (place && ` ${place}.`);
      drawer.tell(results.summary(answer));
      showNotes(search, said, answer);
      list.start = (search.page - 1) * PAGE + 1;
      const start = results.groupStart(answer) - (search.page - 1) * PAGE;
      const lineAbove = (/** @type {number} */ place) => (place === Math.max(0, start) ? results.groupLine(answer) : "");
      const entries = answer.items.map((item, place) => results.entry(item, lineAbove(place)));
      list.replaceChildren(...entries);
      explain(client, answer.items, entries);
      const left = answer.all === null ? 0 : answer.all + answer.more - answer.count;
      if (left) more.append(moreLink(search, answer, left));
      if (search.page > 1) pages.append(pageLink(search, search.page - 1, "Previous page"));
      if (place) pages.append(results.element("span", "", place));
      if (search.page < last) pages.append(pageLink(search, search.page + 1, "Next page"));
    }

    /** @param {Search} search @param {string[]} said @param {Pick<SearchAnswer, "parts" | "filters">} [answer] */
    function showNotes(search, said, { parts, filters: alone } = { parts: [], filters: [] }) {
      const { unread, text } = search;
      const left = unread.length ? [`Not understood, and left out of this search: ${unread.join(", ")}.`] : [];
      const widen = alone.length ? [results.button("Search without the filters", controls.clearAll)] : [];
      const usual = address.read("");
      const only = (/** @type {Partial<Search>} */ set, /** @type {string} */ said, /** @type {number} */ papers) =>
        pageLink({ ...usual, ...set }, 1, `Only ${said} (${numbers.grouped(papers)})`);
      const links = [
        ...parts.map(([word, papers]) => only({ text: word }, `“${word}”`, papers)),
        ...alone.filter(({ papers, both }) => both ?? papers).map(({ filter, papers, both }) =>
          only({ text, ...filter }, filters.inWords(filter), both ?? papers)),
      ];
      results.showNotes(notes, [...left, ...said, ...alone.map(filters.foundAlone)], ...widen, ...links);
    }

    /** Unfolds the papers with some of the words, on the page where they begin, or go on.
        @param {Search} search @param {SearchAnswer} answer @param {number} left how many */
    function moreLink(search, answer, left) {
      const page = Math.floor(answer.count / PAGE) + 1;
      return pageLink({ ...search, some: true }, page, `${numbers.grouped(left)} more with ${results.having(answer)}`);
    }

    /** @param {Search} search @param {number} page @param {string} text */
    function pageLink(search, page, text) {
      const link = searchLink(() => ({ ...search, page, unread: [] }), () => {
        form.scrollIntoView();
        status.focus({ preventScroll: true });
      }, text);
      link.className = "dp-found__page";
      return link;
    }

    /** A link to the search that `choose` gives, which is carried out in this page; `then` is done when its results are shown.
        @param {() => Search} choose @param {() => void} then @param {(Node | string)[]} children */
    function searchLink(choose, then, ...children) {
      const link = results.element("a", "", ...children);
      link.href = origin + address.write(choose());
      link.addEventListener("click", async (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const search = choose();
        input.value = search.text; // what was typed since then was not searched yet
        controls.set(search);
        await go(search, { typing: false });
        then();
      });
      return link;
    }

    /* The results come after the browser would have restored a place in them, so it is restored here. */
    function keepPlaces() {
      history.scrollRestoration = "manual";
      addEventListener("scroll", () => {
        clearTimeout(still);
        still = setTimeout(() => history.replaceState({ scroll: scrollY }, ""), STILL);
      }, { passive: true });
    }

    input.addEventListener("input", () => {
      turns.soon(() => go(asked(), { typing: true }));
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(asked(), { typing: false });
    });
    // A link within the page is a new entry of the history too, but no other search.
    addEventListener("popstate", () => {
      if (location.search === followed) drawer.leave();
      else if (drawer.leave()) history.pushState(null, "", origin + followed);
      else follow();
    });

    keepPlaces();
    openShortcuts(/** @type {HTMLInputElement} */ (find("shortcuts")));
    if (input.value !== current().text) {
      // Something was typed before this script had come.
      controls.set(current());
      go(asked(), { typing: true });
    } else {
      follow();
    }
    help.open = isEmpty(current());
  };
})();

start(openSearchPage);
