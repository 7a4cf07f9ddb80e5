/* A search as an address, so that it can be shared and the back button goes back. */
"use strict";

(function (archive) {
  const READERS = {
    q: (text) => text,
    from: day,
    to: day,
    code: (text) => text === "1" || null,
    topic: (text) => text,
    author: (text) => text,
    order: (text) => (["newest", "votes"].includes(text) ? text : null),
    some: (text) => text === "1" || null,
    page: (text) => (/^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : null),
  };

  /* The text, where it is a day of the calendar. */
  function day(text) {
    const isDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(Date.parse(text));
    return isDay && new Date(text).toISOString().startsWith(text) ? text : null;
  }

  /* The search that an address's query string tells, and `unread`, the parts of it that say nothing, as they stand. */
  function read(queryString) {
    const given = new URLSearchParams(queryString);
    const unread = [];
    const value = (name, usual) => {
      const text = given.get(name);
      if (!text) return usual;
      const found = READERS[name](text);
      if (found === null) unread.push(`${name}=${text}`);
      return found ?? usual;
    };
    return {
      text: value("q", ""), from: value("from", ""), to: value("to", ""), code: value("code", false),
      topic: value("topic", ""), author: value("author", ""), order: value("order", ""), some: value("some", false), page: value("page", 1), unread,
    };
  }

  /* The query string of a search, without what is as usual. */
  function write({ text, from, to, code, topic, author, order, some, page }) {
    const set = (isSet) => (isSet ? "1" : "");
    const parts = { q: text, from, to, code: set(code), topic, author, order, some: set(some), page: page > 1 ? String(page) : "" };
    const told = Object.entries(parts).filter(([, value]) => value);
    return told.length ? `?${new URLSearchParams(told)}` : "";
  }

  archive.address = { read, write };
})(self.archive);
