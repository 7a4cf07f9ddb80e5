// @ts-check
/* Sorted keys with a text each, in files by ranges of keys. See generator/search/tables.py, which cuts them. */

/** A row of a table. @typedef {[key: string, text: string]} TableRow */

/** @typedef {object} Table
    @property {(keys: string[]) => Promise<TableRow[]>} get the rows of those keys that are in the table
    @property {(prefix: string) => number} span how many files keys with this beginning can lie in
    @property {(prefix: string) => Promise<TableRow[]>} startingWith the rows of all keys with this beginning
    @property {(keys: string[], mostFiles: number) => string[]} within of the keys those that lie in the first files,
      so many at most, that they lie in */

const { joinTables, openTable } = (function () {
  const LAST = "\uffff";

  /** @param {string[]} firsts the first key of each file
      @param {(place: number) => Promise<string>} read the text of a file
      @param {(keys: string) => string[]} readWords undoes front coding
      @returns {Table} */
  function openTable(firsts, read, readWords) {
    /** The file that a key lies in, if it is in the table at all. @param {string} key */
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

    /** The rows of a file, text by key. */
    const rows = once(async (/** @type {number} */ place) => {
      const [keys, texts] = (await read(place)).split("\n");
      const separate = texts.split(" ");
      return new Map(readWords(keys).map((key, at) => [key, separate[at]]));
    });

    /** @type {Table["get"]} */
    async function get(keys) {
      if (!firsts.length) return [];
      const files = await Promise.all(keys.map((key) => rows(placeOf(key))));
      return present(keys, (at) => files[at]);
    }

    /** @type {Table["span"]} */
    const span = (prefix) => placeOf(prefix + LAST) - placeOf(prefix) + 1;

    /** @type {Table["startingWith"]} */
    async function startingWith(prefix) {
      if (!firsts.length) return [];
      const start = placeOf(prefix);
      const files = await Promise.all(Array.from({ length: span(prefix) }, (_, step) => rows(start + step)));
      return files.flatMap((file) => [...file].filter(([key]) => key.startsWith(prefix)));
    }

    /** @type {Table["within"]} */
    function within(keys, mostFiles) {
      /** @type {Set<number>} */
      const places = new Set();
      return keys.filter((key) => {
        const place = placeOf(key);
        if (places.size < mostFiles) places.add(place);
        return places.has(place);
      });
    }

    return { get, span, startingWith, within };
  }

  /** The tables of two segments as one. Behind a blank is what the newer one says of a key.
      @param {Table} standing @param {Table} newer @returns {Table} */
  function joinTables(standing, newer) {
    /** @param {TableRow[]} rows @param {TableRow[]} more */
    function joined(rows, more) {
      const texts = new Map(rows);
      for (const [key, text] of more) texts.set(key, `${texts.get(key) ?? ""} ${text}`);
      return texts;
    }

    /** @type {Table["get"]} */
    async function get(keys) {
      const texts = joined(...(await Promise.all([standing.get(keys), newer.get(keys)])));
      return present(keys, () => texts);
    }

    /** @type {Table["startingWith"]} */
    async function startingWith(prefix) {
      const texts = joined(...(await Promise.all([standing.startingWith(prefix), newer.startingWith(prefix)])));
      return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
    }

    /** A segment more counts nothing where one file is enough. @type {Table["span"]} */
    const span = (prefix) => standing.span(prefix) + newer.span(prefix) - 1;

    return { get, span, startingWith, within: standing.within };
  }

  /** The rows of those keys that a file has. @param {string[]} keys
      @param {(at: number) => Map<string, string>} fileOf @returns {TableRow[]} */
  function present(keys, fileOf) {
    return keys.flatMap((key, at) => {
      const text = fileOf(at).get(key);
      return text === undefined ? [] : [/** @type {TableRow} */ ([key, text])];
    });
  }

  return { joinTables, openTable };
})();
