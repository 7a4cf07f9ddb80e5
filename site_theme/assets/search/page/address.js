/* A search as an address, so that it can be shared and the back button goes back. */
"use strict";

(function (archive) {
  const ORDERS = ["newest", "votes"];
  const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

  /* The search that an address's query string tells. What cannot be read is as if it were not there. */
  function read(queryString) {
    const given = new URLSearchParams(queryString);
    const day = (name) => (DAY.test(given.get(name)) ? given.get(name) : "");
    return {
      text: given.get("q") || "",
      from: day("from"),
      to: day("to"),
      code: given.get("code") === "1",
      topic: given.get("topic") || "",
      order: ORDERS.includes(given.get("order")) ? given.get("order") : "",
      page: Math.max(1, parseInt(given.get("page"), 10) || 1),
    };
  }

  /* The query string of a search, without what is as usual. */
  function write({ text, from, to, code, topic, order, page }) {
    const parts = { q: text, from, to, code: code ? "1" : "", topic, order, page: page > 1 ? String(page) : "" };
    const told = Object.entries(parts).filter(([, value]) => value);
    return told.length ? `?${new URLSearchParams(told)}` : "";
  }

  archive.address = { read, write };
})(self.archive);
