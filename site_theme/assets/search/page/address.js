// @ts-check
/* A search as an address, so that it can be shared and the back button goes back. */

const address = (function () {
  // What a part of an address says, null where it says nothing.
  const any = (/** @type {string} */ text) => text;
  const isSet = (/** @type {string} */ text) => text === "1" || null;
  const order = (/** @type {string} */ text) => (["newest", "votes"].includes(text) ? text : null);
  const page = (/** @type {string} */ text) => (/^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : null);

  /** The text, where it is a day of the calendar. @param {string} text */
  function day(text) {
    const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    return isDay && new Date(text).toISOString().startsWith(text) ? text : null;
  }

  /** The search that an address's query string tells. @param {string} queryString @returns {Search} */
  function read(queryString) {
    const given = new URLSearchParams(queryString);
    /** @type {string[]} */
    const unread = [];
    /** @template T @param {string} name @param {T} usual @param {(text: string) => T | null} reader @returns {T} */
    const value = (name, usual, reader) => {
      const text = given.get(name);
      if (!text) return usual;
      const found = reader(text);
      if (found === null) unread.push(`${name}=${text}`);
      return found ?? usual;
    };
    return {
      text: value("q", "", any), from: value("from", "", day), to: value("to", "", day), code: value("code", false, isSet),
      topic: value("topic", "", any), author: value("author", "", any), order: value("order", "", order), some: value("some", false, isSet),
      page: value("page", 1, page), unread,
    };
  }

  /** The query string of a search, without what is as usual. @param {Partial<Search>} search */
  function write({ text, from, to, code, topic, author, order, some, page = 1 }) {
    const parts = { q: text, from, to, code: code && "1", topic, author, order, some: some && "1", page: page > 1 && String(page) };
    const told = Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return told.length ? `?${new URLSearchParams(told)}` : "";
  }

  return { read, write };
})();
