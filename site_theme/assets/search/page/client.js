/* The page's end of the worker: questions in, promises out. */
"use strict";

(function (archive) {
  const { messages } = archive;

  function openClient(first) {
    let session = null;
    let fresh = first;
    let count = 0;
    let latest = null;
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

    function settle(worker, data) {
      if (data.type === "error") {
        const superseded = data.id && !waiting.has(data.id);
        if (!superseded && data.isStale) fail(worker, data.text);
        // What came by then is kept: on a bad line each try goes on from there.
        else waiting.get(data.id)?.reject(new Error(data.text));
        waiting.delete(data.id);
        return;
      }
      waiting.get(data.id)?.resolve(data.answer || data.names || data.reason);
      waiting.delete(data.id);
    }

    /* The next question starts anew, with a fresh manifest: the site may have been published again. */
    function fail(worker, text) {
      if (worker !== session) return;
      worker.terminate();
      session = null;
      for (const asked of waiting.values()) asked.reject(new Error(text));
      waiting.clear();
    }

    let connected = connect();

    function ask(message) {
      const id = ++count;
      const reply = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      if (!session) connected = connect();
      const worker = session;
      connected.then(() => worker.postMessage(message(id)));
      return [id, reply];
    }

    /* The answer to a request, or null where a later request has taken its place. */
    function query(request) {
      if (latest) waiting.get(latest)?.resolve(null);
      waiting.delete(latest);
      const [id, reply] = ask((id) => messages.query(id, request));
      latest = id;
      return reply;
    }

    const topics = () => ask((id) => messages.topics(id))[1];

    const why = (item) => ask((id) => messages.why(id, item))[1];

    return { query, topics, why };
  }

  archive.openClient = openClient;
})(self.archive);
