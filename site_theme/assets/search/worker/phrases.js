// @ts-check
/* Words in quotes stand in a paper as they are typed, one after the other. The index has no places of words: papers with
   all the words are looked at, first what a result shows, then the paper's own page. */

/** @typedef {ReturnType<typeof openPhrases>} Phrases */

const { openPhrases, phrasesIn } = (function () {
  const { words } = analysis;
  const QUOTED = /"([^"]+)"|“([^”]+)”/g;

  /** The phrases of a text, each as its folded words. @param {string} text */
  const phrasesIn = (text) => [...text.matchAll(QUOTED)].map(([, straight, curly]) => words(straight || curly)).filter((phrase) => phrase.length);

  /** @param {Index} index @param {(address: string) => Promise<PageTexts>} pageOf */
  function openPhrases(index, pageOf) {
    /** Does a paper have all of the phrases? @param {number} paper @param {string[][]} phrases */
    async function has(paper, phrases) {
      const { address, title, authors, abstract: beginning } = await index.texts(paper);
      const shown = [title, beginning, ...authors];
      const isMissing = (/** @type {string[]} */ texts) => (/** @type {string[]} */ phrase) =>
        !texts.some((text) => stands(phrase, words(text)));
      const missing = phrases.filter(isMissing(shown));
      if (!missing.length) return true;
      const { abstract } = await pageOf(address);
      return !missing.some(isMissing([abstract]));
    }

    return { has };
  }

  /** @param {string[]} phrase @param {string[]} among */
  const stands = (phrase, among) => ` ${among.join(" ")} `.includes(` ${phrase.join(" ")} `);

  return { openPhrases, phrasesIn };
})();
