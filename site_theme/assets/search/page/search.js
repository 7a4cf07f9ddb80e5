/* The search page: query, filters, order and page, all of them in the address. */
"use strict";

(function (archive) {
  const { results, address, openFilters } = archive;
  const PAGE = 10;
  const PAUSE = 60; // milliseconds after a key before a search begins
  const PATIENCE = 300; // milliseconds before a reader is told to wait
  const STILL = 100; // milliseconds without scrolling before the place is kept

  function openSearchPage(form, input, client) {
    const find = (name) => document.querySelector(`[data-search-${name}]`);
    const [status, notes, error, list, pages, help] =
      ["status", "notes", "error", "list", "pages", "help"].map(find);
    const filters = openFilters(form, find, client, () => go(asked(), { typing: false }));
    const origin = location.pathname;
    const title = document.title;
    let pause = 0;
    let still = 0;
    let turn = 0;
    let settled = true;
    let followed = "";

    const current = () => address.read(location.search);
    const asked = () => ({ text: input.value, ...filters.values(), page: 1, unread: [] });

    function isEmpty({ text, from, to, code, topic, order }) {
      return !(text.trim() || from || to || code || topic || order);
    }

    /* Puts a search into the address. While a reader types, one entry of the history is rewritten. */
    function go(search, { typing }) {
      const target = origin + address.write(search);
      if (target !== location.pathname + location.search) {
        history[typing && !settled ? "replaceState" : "pushState"](null, "", target);
      }
      followed = location.search;
      settled = !typing;
      return run(search, { typing });
    }

    /* Does what the address says, at the place where a reader who comes back had been. */
    function follow() {
      const search = current();
      const { scroll = 0 } = history.state || {};
      settled = true;
      followed = location.search;
      input.value = search.text;
      filters.set(search);
      return run(search, { scroll });
    }

    async function run(search, { typing = false, scroll, said = [] } = {}) {
      const mine = ++turn;
      document.title = search.text ? `${search.text} · ${title}` : title;
      if (isEmpty(search)) {
        clear();
        showNotes(search, said);
        return;
      }
      const waiting = setTimeout(() => (status.textContent = "Searching…"), PATIENCE);
      try {
        const answer = await client.query({ ...search, offset: (search.page - 1) * PAGE, limit: PAGE });
        if (!answer) return;
        const last = Math.max(1, Math.ceil(answer.count / PAGE));
        if (answer.direct && !typing) {
          location.replace(new URL(answer.direct, archive.root));
        } else if (search.page > last) {
          await turnBack(search, last, answer.count);
        } else {
          const why = answer.count ? [] : await filters.contradictions(search);
          if (mine === turn) show(search, answer, last, [...said, ...answer.notes, ...why]);
          if (mine === turn && scroll !== undefined) scrollTo(0, scroll);
        }
      } catch (problem) {
        clear();
        results.showError(error, problem, () => run(current(), { typing }));
      } finally {
        clearTimeout(waiting);
      }
    }

    function turnBack(search, last, count) {
      const target = { ...search, page: last };
      const said = count ? [`There is no page ${search.page.toLocaleString("en")}: this is the last.`] : [];
      history.replaceState(history.state, "", origin + address.write(target));
      followed = location.search;
      return run(target, { said });
    }

    function clear() {
      status.textContent = "";
      error.hidden = true;
      for (const part of [notes, list, pages]) part.replaceChildren();
    }

    function show(search, answer, last, said) {
      clear();
      const place = last > 1 ? `Page ${search.page.toLocaleString("en")} of ${last.toLocaleString("en")}` : "";
      status.textContent = results.summary(answer) + (place && ` ${place}.`);
      showNotes(search, said, answer.count === 0);
      list.start = (search.page - 1) * PAGE + 1;
      list.replaceChildren(...answer.items.map(results.entry));
      if (search.page > 1) pages.append(pageLink(search, search.page - 1, "Previous page"));
      if (place) pages.append(results.element("span", "", place));
      if (search.page < last) pages.append(pageLink(search, search.page + 1, "Next page"));
    }

    function showNotes(search, said, isNothing) {
      const { unread, from, to, topic, code } = search;
      const left = unread.length ? [`Not understood, and left out of this search: ${unread.join(", ")}.`] : [];
      const widen = isNothing && (from || to || topic || code)
        ? [results.button("Search without the filters", filters.clearAll)]
        : [];
      results.showNotes(notes, [...left, ...said], ...widen);
    }

    function pageLink(search, page, text) {
      const link = results.element("a", "dp-found__page", text);
      link.href = origin + address.write({ ...search, page });
      link.addEventListener("click", async (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        await go({ ...search, page, unread: [] }, { typing: false });
        form.scrollIntoView();
        status.focus({ preventScroll: true });
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
      clearTimeout(pause);
      pause = setTimeout(() => go(asked(), { typing: true }), PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      go(asked(), { typing: false });
    });
    // A link within the page is a new entry of the history too, but no other search.
    addEventListener("popstate", () => location.search !== followed && follow());

    keepPlaces();
    openShortcutSetting(find("shortcuts"));
    if (input.value && !current().text) {
      // Something was typed before this script had come.
      go(asked(), { typing: true });
    } else {
      follow();
      help.open = isEmpty(current());
    }
  }

  function openShortcutSetting(box) {
    const KEY = "dailypapers.shortcuts";
    try {
      box.checked = localStorage.getItem(KEY) !== "off";
    } catch {
      box.disabled = true;
      return;
    }
    box.addEventListener("change", () => localStorage.setItem(KEY, box.checked ? "on" : "off"));
  }

  archive.openSearchPage = openSearchPage;
})(self.archive);
