/* The worker's door: messages in, messages out. */
"use strict";

(function (archive) {
  const { messages } = archive;
  let opened = null;
  let latest = 0;

  function open({ folder, manifest, again }) {
    const index = archive.openIndex(JSON.parse(manifest), archive.downloads(folder, again));
    const vocabulary = archive.openVocabulary(index.tables);
    const facts = archive.openFacts(index);
    const engine = archive.openEngine(index, vocabulary);
    const pageOf = archive.openPages(folder);
    const phrases = archive.openPhrases(index, pageOf);
    opened = { facts, pageOf, ranking: archive.openRanking(engine, vocabulary, index, facts, phrases) };
  }

  async function query({ id, request }) {
    latest = id;
    const isCurrent = () => id === latest;
    // Messages that came in the meantime go first: of many fast queries only the last is worked on.
    await new Promise((resolve) => setTimeout(resolve));
    const answer = isCurrent() && (await opened.ranking.answer(request, isCurrent));
    return answer && isCurrent() ? messages.results(id, answer) : null;
  }

  async function topics({ id }) {
    return messages.topicNames(id, await opened.facts.topicNames());
  }

  async function why({ id, item }) {
    return messages.reason(id, archive.reasonOf(await opened.pageOf(item.address), item));
  }

  const handlers = { open, query, topics, why };

  self.onmessage = async ({ data }) => {
    try {
      const reply = await handlers[data.type](data);
      if (reply) self.postMessage(reply);
    } catch (error) {
      const { message, isStale } = error instanceof archive.DownloadError
        ? error
        : { message: `The search failed: ${error.message}`, isStale: true };
      self.postMessage(messages.error(data.id, message, isStale));
    }
  };
})(self.archive);
