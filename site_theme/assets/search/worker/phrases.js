/* Words in quotes stand in a paper as they are typed, one after the other. The index has no places of words: papers with
   all the words are looked at, first what a result shows, then the paper's own page. */
"use strict";

(function (archive) {
  const { words } = archive.analysis;
  const QUOTED = /"([^"]+)"|“([^”]+)”/g;
  const ABSTRACT = /<section class="abstract"[^>]*>([\s\S]*?)<\/section>/;
  const PATIENCE = 30_000; // milliseconds for a page

  /* The phrases of a text, each as its folded words. */
  const phrasesIn = (text) => [...text.matchAll(QUOTED)].map(([, straight, curly]) => words(straight || curly)).filter((phrase) => phrase.length);

  function openPhrases(index, folder) {
    const pages = new Map();

    async function fetched(address) {
      let response;
      try {
        response = await fetch(new URL(`../../${address}`, folder), { signal: AbortSignal.timeout(PATIENCE) });
        const [, abstract = ""] = ABSTRACT.exec(await response.text()) || [];
        return abstract.replace(/<[^>]*>/g, "").replace(/&#39;/g, "'").replace(/&[#\w]+;/g, " ");
      } catch {
        pages.delete(address);
        throw new archive.DownloadError(archive.messages.OFFLINE, false);
      }
    }

    function abstractOf(address) {
      if (!pages.has(address)) pages.set(address, fetched(address));
      return pages.get(address);
    }

    /* Does a paper have all of the phrases? */
    async function has(paper, phrases) {
      const [address, title, , authors, , beginning] = await index.texts(paper);
      const shown = [title, beginning, ...authors];
      const isMissing = (texts) => (phrase) => !texts.some((text) => stands(phrase, words(text)));
      const missing = phrases.filter(isMissing(shown));
      if (!missing.length) return true;
      const abstract = await abstractOf(address);
      return !missing.some(isMissing([abstract]));
    }

    return { has };
  }

  const stands = (phrase, among) => ` ${among.join(" ")} `.includes(` ${phrase.join(" ")} `);

  archive.openPhrases = openPhrases;
  archive.phrasesIn = phrasesIn;
})(self.archive);
