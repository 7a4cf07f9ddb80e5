/* The search page: filters, order, count and pages, all of them in the address. */
"use strict";

(function (archive) {
  const { results, address } = archive;
  const PAGE = 10;
  const PAUSE = 60; // milliseconds after a key before a search begins
  const PATIENCE = 300; // milliseconds before a reader is told to wait
  const MOST_TOPICS = 1000;

  function openSearchPage(form, input, client) {
    const find = (name) => document.querySelector(`[data-search-${name}]`);
    const [status, notes, error, list, pages] = ["status", "notes", "error", "list", "pages"].map(find);
    const { from, to, code, topic, order } = form.elements;
    const origin = location.pathname;
    let pause = 0;
    let settled = true;

    function controls() {
      return {
        text: input.value, from: from.value, to: to.value, code: code.checked, topic: topic.value,
        order: order.value, page: 1,
      };
    }

    function setControls(search) {
      input.value = search.text;
      from.value = search.from;
      to.value = search.to;
      code.checked = search.code;
      topic.value = search.topic;
      order.value = search.order;
    }

    const current = () => address.read(location.search);

    /* Puts a search into the address. While a reader types, one entry of the history is rewritten. */
    function go(search, { typing }) {
      const target = origin + address.write(search);
      if (target !== location.pathname + location.search) {
        history[typing && !settled ? "replaceState" : "pushState"](null, "", target);
      }
      settled = !typing;
      return run(search, typing);
    }

    function isEmpty({ text, from, to, code, topic }) {
      return !(text.trim() || from || to || code || topic);
    }

    async function run(search, typing) {
      document.title = document.title.replace(/^(?:.* · )?/, search.text ? `${search.text} · ` : "");
      if (isEmpty(search)) {
        clear();
        return;
      }
      const waiting = setTimeout(() => (status.textContent = "Searching…"), PATIENCE);
      try {
        const answer = await client.query({ ...search, typing, offset: (search.page - 1) * PAGE, limit: PAGE });
        if (!answer) return;
        if (answer.direct && !typing) location.replace(new URL(answer.direct, archive.root));
        else show(search, answer);
      } catch (problem) {
        clear();
        results.showError(error, problem, () => run(current(), typing));
      } finally {
        clearTimeout(waiting);
      }
    }

    function clear() {
      status.textContent = "";
      error.hidden = true;
      for (const part of [notes, list, pages]) part.replaceChildren();
    }

    function show(search, answer) {
      clear();
      const last = Math.max(1, Math.ceil(answer.count / PAGE));
      const which = last > 1 ? ` Page ${search.page} of ${last.toLocaleString("en")}.` : "";
      status.textContent = results.summary(answer) + which;
      results.showNotes(notes, answer.notes);
      list.start = (search.page - 1) * PAGE + 1;
      list.replaceChildren(...answer.items.map((item) => results.element("li", "", results.link(item))));
      if (search.page > 1) pages.append(pageLink(search, search.page - 1, "Previous page"));
      if (search.page < last) pages.append(pageLink(search, search.page + 1, "Next page"));
    }

    function pageLink(search, page, text) {
      const link = results.element("a", "dp-search__page", text);
      link.href = origin + address.write({ ...search, page });
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ ...search, page }, { typing: false });
        status.focus();
        form.scrollIntoView();
      });
      return link;
    }

    async function offerTopics() {
      topic.removeEventListener("focus", offerTopics);
      try {
        const names = (await client.topics()).slice(0, MOST_TOPICS);
        topic.list.replaceChildren(...names.map((name) => new Option(name)));
      } catch {
        // A topic can be typed without the list of topics; the search itself reports a failure.
        topic.addEventListener("focus", offerTopics);
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => go(controls(), { typing: true }), PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(pause);
      go(controls(), { typing: false });
    });
    for (const control of [from, to, code, topic, order]) {
      control.addEventListener("change", () => go(controls(), { typing: false }));
    }
    topic.addEventListener("focus", offerTopics);
    addEventListener("popstate", () => {
      settled = true;
      setControls(current());
      run(current(), false);
    });

    openShortcutSetting(find("shortcuts"));
    if (input.value && !current().text) {
      // Something was typed before this script had come.
      go(controls(), { typing: true });
    } else {
      setControls(current());
      run(current(), false);
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
