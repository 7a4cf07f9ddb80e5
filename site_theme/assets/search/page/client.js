// @ts-check
/* The page's end of the worker: questions in, promises out. */

const openClient = (function () {
  /** What a message tells who asked. @param {Reply} message */
  function told(message) {
    if (message.type === "results") return message.answer;
    if (message.type === "counted") return message.facets;
    return message.type === "reason" ? message.reason : message.names;
  }

  /** @param {Session} first @returns {Client} */
  return function openClient(first) {
    /** @type {SearchWorker | null} */
    let session = null;
    /** @type {Session | null} */
    let fresh = first;
    let count = 0;
    let latest = 0;
    /** Who waits for an answer, by the question's id.
        @type {Map<number, { resolve: (answer: Answers[keyof Answers]) => void, reject: (error: Error) => void }>} */
    const waiting = new Map();

    function connect() {
      const { worker, broken, manifest, again } = fresh || archive.begin(true);
      fresh = null;
      session = worker;
      worker.onmessage = ({ data }) => settle(worker, data);
      broken.then(() => fail(worker, messages.OFFLINE));
      return manifest.then(
        (text) => worker.postMessage(messages.open(archive.folder.href, text, again)),
        () => fail(worker, messages.OFFLINE));
    }

    /** @param {SearchWorker} worker @param {ToPage} data */
    function settle(worker, data) {
      if (data.type === "error") {
        const asked = data.id && waiting.get(data.id);
        const superseded = data.id && !asked;
        if (!superseded && data.isStale) fail(worker, data.text);
        // What came by then is kept: on a bad line each try goes on from there.
        else if (asked) asked.reject(new Error(data.text));
        if (data.id) waiting.delete(data.id);
        return;
      }
      waiting.get(data.id)?.resolve(told(data));
      waiting.delete(data.id);
    }

    /** The next question starts anew, with a fresh manifest: the site may have been published again.
        @param {SearchWorker} worker @param {string} text */
    function fail(worker, text) {
      if (worker !== session) return;
      worker.terminate();
      session = null;
      for (const asked of waiting.values()) asked.reject(new Error(text));
      waiting.clear();
    }

    let connected = connect();

    /** @template {Question} Q @param {(id: number) => Q} question @returns {[number, Promise<Answers[Q["type"]]>]} */
    function ask(question) {
      const id = ++count;
      /** @type {Promise<Answers[Q["type"]]>} */
      const answer = new Promise((resolve, reject) =>
        waiting.set(id, { resolve: (told) => resolve(/** @type {Answers[Q["type"]]} */ (told)), reject }));
      if (!session) connected = connect();
      const worker = session;
      connected.then(() => worker?.postMessage(question(id)));
      return [id, answer];
    }

    /** The answer to a request, or null where a later request has taken its place. @type {Client["query"]} */
    function query(request) {
      waiting.get(latest)?.resolve(null);
      waiting.delete(latest);
      const [id, answer] = ask((id) => messages.query(id, request));
      latest = id;
      return answer;
    }

    /** @type {Client["facets"]} */
    const facets = (request, kinds) => ask((id) => messages.facets(id, request, kinds))[1];

    /** @type {Client["topics"]} */
    const topics = () => ask((id) => messages.topics(id))[1];

    /** @type {Client["why"]} */
    const why = (item) => ask((id) => messages.why(id, item))[1];

    return { query, facets, topics, why };
  };
})();
