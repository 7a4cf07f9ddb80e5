/* Downloads, each made once. One that failed is forgotten, so that it can be tried again. */
"use strict";

(function (archive) {
  const PATIENCE = 30_000; // milliseconds for a file

  /* `isStale`: the index is no longer the one that the manifest tells of, so that asking again can't help. */
  class DownloadError extends Error {
    constructor(message, isStale) {
      super(message);
      this.isStale = isStale;
    }
  }

  function downloads(folder, again) {
    const running = new Map();

    async function fetched(name) {
      let response;
      let text;
      try {
        response = await fetch(new URL(name, folder), {
          cache: again ? "reload" : "default", signal: AbortSignal.timeout(PATIENCE),
        });
        text = await response.text();
      } catch {
        throw new DownloadError(archive.messages.OFFLINE, false);
      }
      if (!response.ok) {
        throw new DownloadError(`A part of the search index could not be downloaded (${response.status}).`, true);
      }
      if (text.startsWith("<")) {
        throw new DownloadError("Something else came than the search index: does this network ask for a login?", true);
      }
      return text;
    }

    /* The text of a file of the index. */
    return function download(name) {
      if (!running.has(name)) {
        const text = fetched(name);
        running.set(name, text);
        text.catch(() => running.delete(name));
      }
      return running.get(name);
    };
  }

  archive.downloads = downloads;
  archive.DownloadError = DownloadError;
})(self.archive);
