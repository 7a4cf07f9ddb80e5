// @ts-check
/* What is said of a search that finds nothing: what was tried, and what each part of it finds alone. */

const openNothing = (function () {
  const { words, termOf } = analysis;

  /** The filters that a request sets, each as a request of it alone. @param {SearchRequest} request
      @returns {Partial<SearchRequest>[]} */
  function filtersOf({ from, to, topic, author, code }) {
    const days = from || to ? [{ from, to }] : [];
    return [...days, ...(topic ? [{ topic }] : []), ...(author ? [{ author }] : []), ...(code ? [{ code }] : [])];
  }

  /** @param {Engine} engine @param {(request: SearchRequest) => Promise<List>} find carries out a request */
  return function openNothing(engine, find) {
    /** How many papers a request finds: those with all its words, where any has. @param {Partial<SearchRequest>} request */
    async function count(request) {
      const { papers, all, most } = await find({ text: "", ...request, offset: 0, limit: 0 });
      return all || most?.papers || papers.length;
    }

    /** What the words of a text find. @param {string} text @param {List} list */
    async function explainWords(text, list) {
      const typed = [...new Set(words(syntax.unnamed(text)))].filter(termOf);
      const papers = await Promise.all(typed.map((word) => engine.frequency(termOf(word))));
      /** @type {List["parts"]} */
      const parts = typed.map((word, at) => [word, papers[at]]);
      list.parts = parts.filter(([, papers]) => papers).slice(0, MOST_NAMED);
      const unknown = typed.filter((_, at) => !papers[at]).slice(0, MOST_NAMED).map((word) => `“${word}”`).join(" or ");
      const known = list.parts.map(([word, papers]) => `“${word}” (${numbers.grouped(papers)})`).join(", ");
      if (unknown) list.notes.push(`No paper has ${unknown}, a word like it, or its letters with other spaces.`);
      if (known) list.notes.push(`Words that papers of this archive have: ${known}.`);
    }

    /** Adds to an empty list what the words and filters find that were asked. @param {string} text
        @param {SearchRequest} asked @param {List} list */
    return async function explain(text, asked, list) {
      const filters = filtersOf(asked);
      if (text) await explainWords(text, list);
      if (!filters.length) return;
      if (text) {
        const papers = await count({ text });
        list.notes.push(papers ? `Without the filters: ${numbers.many(papers, "paper")}.` : "Nor is there any without the filters.");
      }
      list.filters = await Promise.all(filters.map(async (filter) => ({
        filter, papers: await count(filter), both: text ? await count({ text, ...filter }) : null,
      })));
    };
  };
})();
