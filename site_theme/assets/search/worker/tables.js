/* Sorted keys with a text each, in files by ranges of keys. See generator/search/tables.py, which cuts them. */
"use strict";

(function (archive) {
  const LAST = "\uffff";

  /* `firsts`: the first key of each file; `read(place)`: a promise of a file's text; `readWords` undoes front coding. */
  function openTable(firsts, read, readWords) {
    const opened = new Map();

    /* The file that a key lies in, if it is in the table at all. */
    function placeOf(key) {
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (firsts[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(low - 1, 0);
    }

    async function rows(place) {
      if (!opened.has(place)) {
        const [keys, texts] = (await read(place)).split("\n");
        const separate = texts.split(" ");
        opened.set(place, new Map(readWords(keys).map((key, at) => [key, separate[at]])));
      }
      return opened.get(place);
    }

    /* [key, text] of each key that is in the table. */
    async function get(keys) {
      if (!firsts.length) return [];
      const files = new Map(keys.map((key) => [placeOf(key), null]));
      await Promise.all([...files.keys()].map(async (place) => files.set(place, await rows(place))));
      return keys.map((key) => [key, files.get(placeOf(key)).get(key)]).filter(([, text]) => text !== undefined);
    }

    /* How many files keys with this beginning can lie in. */
    const span = (prefix) => placeOf(prefix + LAST) - placeOf(prefix) + 1;

    /* [key, text] of every key with this beginning. */
    async function startingWith(prefix) {
      if (!firsts.length) return [];
      const start = placeOf(prefix);
      const files = await Promise.all(Array.from({ length: span(prefix) }, (_, step) => rows(start + step)));
      return files.flatMap((file) => [...file].filter(([key]) => key.startsWith(prefix)));
    }

    /* Of the keys those that lie in the first files, so many at most, that they lie in. */
    function within(keys, mostFiles) {
      const places = new Set();
      return keys.filter((key) => {
        const place = placeOf(key);
        if (places.size < mostFiles) places.add(place);
        return places.has(place);
      });
    }

    return { get, span, startingWith, within };
  }

  /* The tables of two segments as one. Behind a blank is what the newer one says of a key. */
  function joinTables(standing, newer) {
    function joined(rows, more) {
      const texts = new Map(rows);
      for (const [key, text] of more) texts.set(key, `${texts.get(key) ?? ""} ${text}`);
      return texts;
    }

    async function get(keys) {
      const texts = joined(...(await Promise.all([standing.get(keys), newer.get(keys)])));
      return keys.filter((key) => texts.has(key)).map((key) => [key, texts.get(key)]);
    }

    async function startingWith(prefix) {
      const texts = joined(...(await Promise.all([standing.startingWith(prefix), newer.startingWith(prefix)])));
      return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
    }

    /* A segment more counts nothing where one file is enough. */
    const span = (prefix) => standing.span(prefix) + newer.span(prefix) - 1;

    return { get, span, startingWith, within: standing.within };
  }

  archive.openTable = openTable;
  archive.joinTables = joinTables;
})(self.archive);
