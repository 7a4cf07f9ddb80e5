// @ts-check
/* The filters and the order of the search page: what is set, said in words where the controls are folded away. */

const openFilters = (function () {
  const { dayName } = results;
  const NONE = { from: "", to: "", topic: "", author: "", code: false };

  /** @typedef {Record<"q" | "from" | "to" | "topic" | "author" | "code" | "order", HTMLInputElement>} Controls */

  /** @param {HTMLFormElement} form @param {(name: string) => HTMLElement} find gives a part of the page by its name
      @param {Client} client @param {() => void} changed is told of every change */
  return function openFilters(form, find, client, changed) {
    const { q, from, to, topic, author, code, order } = /** @type {HTMLFormControlsCollection & Controls} */ (form.elements);
    const [toggle, active, clear] = ["toggle", "active", "clear"].map(find);

    function values() {
      return {
        from: from.value, to: to.value, topic: topic.value.trim(), author: author.value.trim(), code: code.checked,
        order: order.value,
      };
    }

    /** @param {ReturnType<typeof values>} search */
    function set(search) {
      from.value = search.from;
      to.value = search.to;
      topic.value = search.topic;
      author.value = search.author;
      order.value = search.order;
      code.checked = search.code;
      tell();
    }

    function tell() {
      const set = values();
      const said = [
        set.from && `from ${dayName(set.from)}`, set.to && `to ${dayName(set.to)}`, set.topic && `topic “${set.topic}”`,
        set.author && `author “${set.author}”`, set.code && "with code",
      ].filter(Boolean);
      active.textContent = said.join(", ");
      clear.hidden = said.length === 0;
    }

    function clearAll() {
      set({ ...values(), ...NONE });
      q.focus();
      changed();
    }

    async function offerTopics() {
      topic.removeEventListener("focus", offerTopics);
      try {
        const names = await client.topics();
        topic.list?.replaceChildren(...names.map((name) => new Option(name)));
      } catch {
        // A topic can be typed without the list of topics; the search itself reports a failure.
        topic.addEventListener("focus", offerTopics);
      }
    }

    /** Why a search with these filters finds nothing, where the filters are the cause. @param {Search} search */
    async function contradictions(search) {
      const said = [];
      if (search.from && search.to && search.from > search.to) said.push("“From” is after “To”: no day is between them.");
      for (const kind of /** @type {const} */ (["topic", "author"])) {
        if (!search[kind]) continue;
        const answer = await client.query({ text: "", [kind]: search[kind], offset: 0, limit: 0 });
        if (answer?.count === 0) said.push(`No paper of this archive has the ${kind} “${search[kind]}”.`);
      }
      return said;
    }

    for (const control of [from, to, topic, author, code, order]) {
      control.addEventListener("change", () => {
        // A year is typed by way of 0002, 0020 and 0202.
        if (!control.validity.valid) return;
        tell();
        changed();
      });
    }
    topic.addEventListener("focus", offerTopics);
    clear.addEventListener("click", clearAll);
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
    });

    return { values, set, clearAll, contradictions };
  };
})();
