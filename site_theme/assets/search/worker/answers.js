/* What a page is told of a list: its counts and notes, and the results from the request's offset on. */
"use strict";

(function (archive) {
  const { PAGE, isUnfinished } = archive;
  const { words, termOf, analyse } = archive.analysis;

  function openAnswers(engine, index) {
    /* The answer that a list is: {
         count, how many papers there are to page through;
         all, how many of them have all the words, the first of the list, or null where that does not apply;
         named, whether these have a whole name, and the rest of the list all of its words;
         more, how many papers have only some of the words, or words like them: the rest of the list, unless the request
           asks to fold away what is not on the first page;
         most, where none has to have all words: {papers, words, of}, how many papers have at least so many of the words;
         alike, how many of these have words like those typed;
         parts, where nothing was found: [word, papers] of words that papers have;
         filters, where nothing was found: {filter, papers, both} of each filter, how many papers it finds alone, and with the
           text, null where there is none;
         typed, whether any was found for the words as typed;
         direct, the address of the one paper that was meant, or null;
         notes, sentences for the reader;
         items, the results from offset on, as texts.js makes them; by relevance, the first is a title that is the text
           itself, where there is one }. */
    async function answerOf(list) {
      const { request } = list;
      const text = request.text.trim();
      const more = list.all === null ? 0 : list.papers.length - list.all;
      const total = list.papers.length;
      const count = request.fold && list.all !== null ? Math.min(total, Math.max(list.all, PAGE)) : total;
      const page = list.papers.slice(request.offset, Math.min(request.offset + request.limit, count));
      const typed = request.offset === 0 && !request.order ? analyse(text) : [];
      const said = words(text);
      const last = said[said.length - 1];
      const unfinished = last && (/\*$/.test(text) || isUnfinished(request.text, last)) ? last : null;
      // Each is made ready while others are still on their way.
      const results = await Promise.all(page.map(async (paper, at) => {
        const row = await index.texts(paper);
        const { words: found } = list.found.find(({ end }) => request.offset + at < end);
        const item = archive.resultOf(row, found, said, unfinished, await topicsOf(row));
        return { row, item, isTitle: typed.length > 0 && archive.isTitle(row, typed) };
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

    /* The topics that a row tells of, {name, address}. */
    async function topicsOf([, , , , , , , , places]) {
      const { topics } = places.length ? await index.labels() : { topics: [] };
      return places.map((place) => topics[place]);
    }

    /* What a word was taken for. Of the terms only the stems are known: the words are those that the results show. */
    async function told({ word, terms }, rows) {
      const unlike = (other) => Math.abs(other.length - word.length);
      const seen = rows.flatMap((row) => archive.wordsOf(row)).sort((a, b) => unlike(a) - unlike(b));
      const shown = terms.map((term) => seen.find((other) => termOf(other) === term)).filter(Boolean);
      const as = shown.length ? shown.map((other) => `“${other}”`).join(" or ") : "similar words";
      const papers = await engine.frequency(termOf(word));
      return papers ? `Few papers have “${word}”: also showing ${as}.` : `No paper has “${word}”: showing ${as}.`;
    }

    return answerOf;
  }

  archive.openAnswers = openAnswers;
})(self.archive);
