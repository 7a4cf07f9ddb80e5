// @ts-check
/* What a page is told of a list: its counts and notes, and the results from the request's offset on. */

const openAnswers = (function () {
  const { words, termOf, analyse } = analysis;

  /** @param {Engine} engine @param {Index} index */
  return function openAnswers(engine, index) {
    /** @param {List} list @returns {Promise<SearchAnswer>} */
    async function answerOf(list) {
      const { request } = list;
      const text = request.text.trim();
      const more = list.all === null ? 0 : list.papers.length - list.all;
      const total = list.papers.length;
      const count = request.fold && list.all !== null ? Math.min(total, Math.max(list.all, messages.PAGE)) : total;
      const page = list.papers.slice(request.offset, Math.min(request.offset + request.limit, count));
      const typed = request.offset === 0 && !request.order ? analyse(text) : [];
      const said = words(text);
      const last = said[said.length - 1];
      const unfinished = last && (/\*$/.test(text) || isUnfinished(request.text, last)) ? last : null;
      // Each is made ready while others are still on their way.
      const results = await Promise.all(page.map(async (paper, at) => {
        const row = await index.texts(paper);
        const found = list.found.find(({ end }) => request.offset + at < end)?.words ?? [];
        const item = resultOf(row, found, said, unfinished, await topicsOf(row));
        return { row, item, isTitle: typed.length > 0 && isTitle(row, typed) };
      }));
      const title = results.findIndex(({ isTitle }) => isTitle);
      if (title > 0) results.unshift(...results.splice(title, 1));
      const items = results.map(({ item }) => item);
      const rows = results.map(({ row }) => row);
      return {
        count,
        all: list.all,
        more,
        most: list.most,
        alike: list.alike,
        named: list.named,
        parts: list.parts,
        filters: list.filters,
        typed: list.typed,
        direct: (list.direct && items[0]?.address) || null,
        notes: [...list.notes, ...(await Promise.all(list.corrected.map((one) => told(one, rows))))],
        items,
      };
    }

    /** The topics that a row tells of. @param {PaperRow} row */
    async function topicsOf({ topics: places }) {
      const { topics } = places.length ? await index.labels() : { topics: [] };
      return places.map((place) => topics[place]);
    }

    /** Says what a word was taken for. Of the terms only the stems are known: the words are those that the results show.
        @param {Correction} corrected @param {PaperRow[]} rows */
    async function told({ word, terms }, rows) {
      const unlike = (/** @type {string} */ other) => Math.abs(other.length - word.length);
      const seen = rows.flatMap(wordsOf).sort((a, b) => unlike(a) - unlike(b));
      const shown = terms.map((term) => seen.find((other) => termOf(other) === term)).filter(Boolean);
      const as = shown.length ? shown.map((other) => `“${other}”`).join(" or ") : "similar words";
      const papers = await engine.frequency(termOf(word));
      return papers ? `Few papers have “${word}”: also showing ${as}.` : `No paper has “${word}”: showing ${as}.`;
    }

    return answerOf;
  };
})();
