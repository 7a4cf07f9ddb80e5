// @ts-check
/* The protocol between a page and its search worker: every message there is, made here and nowhere else. archive.d.ts
   has their types. */

/** @type {Messages} */
const messages = {
  PAGE: 10, // papers that a list shows at once
  OFFLINE: "The search index could not be downloaded. Is there a connection?",

  /* Page to worker. */

  /* Comes first. `folder`: absolute URL of the folder of the index; `manifest`: the text of its manifest.json; `again`:
     after a failure, ask the server and not the cache. */
  open: (folder, manifest, again) => ({ type: "open", folder, manifest, again }),

  /* Only the latest query is answered. */
  query: (id, request) => ({ type: "query", id, request }),

  /* How the papers with all the words of a request divide: by year and code, and by `kinds`. */
  facets: (id, request, kinds) => ({ type: "facets", id, request, kinds }),

  /* The list of topics, for the filter. */
  topics: (id) => ({ type: "topics", id }),

  /* Why an `item` of an answer is there, where its texts do not show all that was found. */
  why: (id, { address, terms, missing }) => ({ type: "why", id, item: { address, terms, missing } }),

  /* Worker to page. */

  results: (id, answer) => ({ type: "results", id, answer }),

  counted: (id, facets) => ({ type: "counted", id, facets }),

  /* `names`: all topics, the commonest first. */
  topicNames: (id, names) => ({ type: "topicNames", id, names }),

  reason: (id, reason) => ({ type: "reason", id, reason }),

  /* Something could not be downloaded or done: never to be shown as "no results". `isStale`: only a fresh start can
     mend it, as where the site was published again. */
  error: (id, text, isStale) => ({ type: "error", id, text, isStale }),
};
