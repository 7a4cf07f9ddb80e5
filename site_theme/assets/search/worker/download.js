// @ts-check
/* Downloads of the index's files. */

/** The text of a file of the index, by its name. @typedef {(name: string) => Promise<string>} Download */

const { DownloadError, downloads } = (function () {
  const PATIENCE = 30_000; // milliseconds for a file

  class DownloadError extends Error {
    /** @param {string} message
        @param {boolean} isStale the index is no longer the one that the manifest tells of: asking again can't help */
    constructor(message, isStale) {
      super(message);
      this.isStale = isStale;
    }
  }

  /** @param {string} folder @param {boolean} again ask the server and not the cache @returns {Download} */
  function downloads(folder, again) {
    /** @param {string} name */
    async function fetched(name) {
      let response;
      let text;
      try {
        response = await fetch(new URL(name, folder), {
          cache: again ? "reload" : "default", signal: AbortSignal.timeout(PATIENCE),
        });
        text = await response.text();
      } catch {
        throw new DownloadError(messages.OFFLINE, false);
      }
      if (!response.ok) {
        throw new DownloadError(`A part of the search index could not be downloaded (${response.status}).`, true);
      }
      if (text.startsWith("<")) {
        throw new DownloadError("Something else came than the search index: does this network ask for a login?", true);
      }
      return text;
    }

    return once(fetched);
  }

  return { DownloadError, downloads };
})();
