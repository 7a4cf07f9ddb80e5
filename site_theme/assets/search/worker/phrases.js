/* Words in quotes stand in a paper as they are typed, one after the other. The index has no places of words: papers with
   all the words are looked at, first what a result shows, then the paper's own page. */
"use strict";

(function (archive) {
  const { words } = archive.analysis;
  const QUOTED = /"([^"]+)"|“([^”]+)”/g;

  /* The phrases of a text, each as its folded words. */
  const phrasesIn = (text) => [...text.matchAll(QUOTED)].map(([, straight, curly]) => words(straight || curly)).filter((phrase) => phrase.length);

  function openPhrases(index, pageOf) {
    /* Does a paper have all of the phrases? */
    async function has(paper, phrases) {
      const [address, title, , authors, , beginning] = await index.texts(paper);
      const shown = [title, beginning, ...authors];
      const isMissing = (texts) => (phrase) => !texts.some((text) => stands(phrase, words(text)));
      const missing = phrases.filter(isMissing(shown));
      if (!missing.length) return true;
      const { abstract } = await pageOf(address);
      return !missing.some(isMissing([abstract]));
    }

    return { has };
  }

  const stands = (phrase, among) => ` ${among.join(" ")} `.includes(` ${phrase.join(" ")} `);

  archive.openPhrases = openPhrases;
  archive.phrasesIn = phrasesIn;
})(self.archive);
