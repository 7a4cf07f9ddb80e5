/* The worker's door: messages in, messages out. */
"use strict";

(function (archive) {
  const { messages } = archive;
  let opened = null;
  let latest = 0;

  function open({ folder, again }) {
    opened = (async () => {
      const download = archive.downloads(folder, again);
      const index = await archive.openIndex(download);
      const vocabulary = archive.openVocabulary(index);
      const facts = archive.openFacts(index);
      const engine = archive.openEngine(index, vocabulary);
      return { facts, ranking: archive.openRanking(engine, vocabulary, index, facts) };
    })();
    // A failure is reported to the first query, which is when a reader waits for something.
    opened.catch(() => {});
    return null;
  }

  async function query({ id, request }) {
    latest = id;
    const isCurrent = () => id === latest;
    const { ranking } = await opened;
    // Messages that came in the meantime go first: of many fast queries only the last is worked on.
    await new Promise((resolve) => setTimeout(resolve));
    const answer = isCurrent() && (await ranking.answer(request, isCurrent));
    return answer && isCurrent() ? messages.results(id, answer) : null;
  }

  async function topics({ id }) {
    const { facts } = await opened;
    return messages.topicNames(id, await facts.topicNames());
  }

  const handlers = { open, query, topics };

  self.onmessage = async ({ data }) => {
    try {
      const reply = await handlers[data.type](data);
      if (reply) self.postMessage(reply);
    } catch (error) {
      const known = error instanceof archive.DownloadError;
      self.postMessage(messages.error(data.id, known ? error.message : `The search failed: ${error.message}`));
    }
  };
})(self.archive);
