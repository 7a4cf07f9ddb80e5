// @ts-check
/* The filters and the order of the search page: what is set, said in words where the controls are in a drawer. */

/** @typedef {Pick<SearchRequest, "from" | "to" | "topic" | "author" | "code">} Filters */

const { filters, openFilters } = (function () {
  const { dayName } = results;
  const { grouped } = numbers;
  const NONE = { from: "", to: "", topic: "", author: "", code: false };

  /** @param {Filters} filters */
  function inWords({ from, to, topic, author, code }) {
    return [
      from && `from ${dayName(from)}`, to && `to ${dayName(to)}`, topic && `topic “${topic}”`, author && `author “${author}”`,
      code && "with code",
    ].filter(Boolean).join(", ");
  }

  /** What a filter finds alone, where a search finds nothing. @param {SearchAnswer["filters"][number]} found */
  function foundAlone({ filter, papers, both }) {
    const [kind] = /** @type {const} */ (["topic", "author"]).filter((kind) => filter[kind]);
    if (filter.from && filter.to && filter.from > filter.to) return "“From” is after “To”: no day is between them.";
    if (kind && !papers) return `No paper of this archive has the ${kind} “${filter[kind]}”.`;
    const said = inWords(filter);
    const count = `${said[0].toUpperCase()}${said.slice(1)}: ${papers ? grouped(papers) : "no"} ${papers === 1 ? "paper" : "papers"}`;
    if (!papers || both === null) return `${count}.`;
    if (papers === 1) return `${count}, ${both ? "which has" : "without"} these words.`;
    return `${count}, ${both ? grouped(both) : "none"} of them with these words.`;
  }

  /** @typedef {Record<"q" | "from" | "to" | "topic" | "author" | "code" | "order", HTMLInputElement>} Controls */

  /** @param {HTMLFormElement} form @param {(name: string) => HTMLElement} find gives a part of the page by its name
      @param {Client} client @param {() => void} changed is told of every change */
  function openFilters(form, find, client, changed) {
    const { q, from, to, topic, author, code, order } = /** @type {HTMLFormControlsCollection & Controls} */ (form.elements);
    const [active, clear] = ["active", "clear"].map(find);

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
      active.textContent = inWords(values());
      clear.classList.toggle("dp-search__idle", !active.textContent);
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

    return { values, set, clearAll };
  }

  return { filters: { inWords, foundAlone }, openFilters };
})();
