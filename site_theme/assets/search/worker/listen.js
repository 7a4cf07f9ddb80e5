// @ts-check
/* The worker's door: messages in, messages out. */

(function () {
  /** The index, once a page has said where it lies. @type {ReturnType<typeof open>} */
  let opened;
  let latest = 0;

  /** @param {OpenMessage} message */
  function open({ folder, manifest, again }) {
    const index = openIndex(JSON.parse(manifest), downloads(folder, again));
    const vocabulary = openVocabulary(index.tables);
    const facts = openFacts(index);
    const engine = openEngine(index, vocabulary);
    const pageOf = openPages(folder);
    const phrases = openPhrases(index, pageOf);
    return { facts, pageOf, ranking: openRanking(engine, vocabulary, index, facts, phrases) };
  }

  /** @param {QueryMessage} message @returns {Promise<ResultsMessage | null>} */
  async function query({ id, request }) {
    latest = id;
    const isCurrent = () => id === latest;
    // Messages that came in the meantime go first: of many fast queries only the last is worked on.
    await new Promise((resolve) => setTimeout(resolve));
    const answer = isCurrent() && (await opened.ranking.answer(request, isCurrent));
    return answer && isCurrent() ? messages.results(id, answer) : null;
  }

  /** @param {TopicsMessage} message @returns {Promise<TopicNamesMessage>} */
  async function topics({ id }) {
    return messages.topicNames(id, await opened.facts.topicNames());
  }

  /** @param {FacetsMessage} message @returns {Promise<CountedMessage>} */
  async function facets({ id, request, kinds }) {
    return messages.counted(id, await opened.facts.count(await opened.ranking.matches(request), kinds));
  }

  /** @param {WhyMessage} message @returns {Promise<ReasonMessage>} */
  async function why({ id, item }) {
    return messages.reason(id, reasonOf(await opened.pageOf(item.address), item));
  }

  /** @param {ToWorker} message @returns {Promise<ToPage | null>} */
  async function handle(message) {
    if (message.type === "open") {
      opened = open(message);
      return null;
    }
    if (message.type === "query") return query(message);
    if (message.type === "facets") return facets(message);
    return message.type === "why" ? why(message) : topics(message);
  }

  self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
    try {
      const reply = await handle(data);
      if (reply) self.postMessage(reply);
    } catch (error) {
      const { message, isStale } = error instanceof DownloadError
        ? error
        : { message: `The search failed: ${/** @type {Error} */ (error).message}`, isStale: true };
      self.postMessage(messages.error(data.type === "open" ? undefined : data.id, message, isStale));
    }
  };
})();
