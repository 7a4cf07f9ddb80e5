// @ts-check
/* What a text names by more than single words: the browser's copy of generator/text/compounds.py. One table tests both. */

/** A term, and where in a text it stands. @typedef {{ start: number, end: number, term: string }} Span */

const compounds = (function () {
  const { termOf } = analysis;
  const MOST_PARTS = 4;

  const OUTER = "A-Za-z0-9_\\u00c0-\\u024f";
  const PART = "[A-Za-z0-9]+(?:(?<=[0-9])\\.[0-9]+[A-Za-z]?)*";
  const VERSION = "[vV]?[0-9]{1,2}(?:\\.[0-9]{1,2})?[A-Za-z]?";
  const alone = (/** @type {string} */ pattern, flags = "g") => new RegExp(`(?<![${OUTER}])${pattern}(?![${OUTER}])`, flags);
  const RUN = alone(`${PART}(?:[-\\u2010\\u2011]${PART})*`);
  const SIGNED = alone("[A-Za-z]+(?:\\+\\+|#)(?![#+])");
  const NAME = alone("[A-Za-z][a-z]*[A-Z][A-Za-z]*");
  const VERSIONED = alone(`(?<!-)[A-Z][A-Za-z]+ ${VERSION}`);
  const TYPED_VERSION = alone(`(?<!-)[A-Za-z]+ [A-Za-z]?${VERSION}`);
  const WORD = alone("[A-Za-z]+");

  /** What is joined in a text. @param {string} text @returns {Span[]} */
  function joinedIn(text, versioned = VERSIONED) {
    const runs = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => beginnings(run, index));
    const signed = [...text.matchAll(SIGNED)].map(({ 0: word, index }) => spanOf(word, index, word.toLowerCase()));
    const versions = [...text.matchAll(versioned)].map(({ 0: name, index }) =>
      spanOf(name, index, termOf(name.replace(" ", "").toLowerCase())));
    return [...runs, ...signed, ...versions];
  }

  /** As readers type names: without capitals too. @param {string} text */
  const typedIn = (text) => joinedIn(text, TYPED_VERSION);

  /** The terms of what a text has with small words between, and other texts with hyphens: "text to speech".
      @param {string} text */
  function overSmallWords(text) {
    const typed = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
    return typed.flatMap(({ start, word }, at) => {
      const length = termOf(word) ? typed.slice(at + 1, at + MOST_PARTS).findIndex((next) => termOf(next.word)) + 2 : 0;
      const parts = typed.slice(at, at + length);
      if (length < 3 || !/^[A-Za-z -]*$/.test(text.slice(start, parts[length - 1].end))) return [];
      return [termOf(parts.map((part) => part.word).join(""))];
    });
  }

  /** @param {string} text @param {number} start @param {string} term @returns {Span} */
  const spanOf = (text, start, term) => ({ start, end: start + text.length, term });

  /** Of the beginnings of a run those that are compounds, as GPT-4o is of GPT-4o-mini.
      @param {string} run @param {number} index */
  function beginnings(run, index) {
    const parts = run.split(/[-\u2010\u2011]/).slice(0, MOST_PARTS);
    return parts.flatMap((part, at) => {
      const whole = parts.slice(0, at + 1).join("").toLowerCase();
      const isCompound = (whole !== parts[0].toLowerCase() || part.includes(".")) && /[a-z]/.test(whole);
      if (!isCompound || !termOf(part.toLowerCase())) return [];
      return [spanOf(parts.slice(0, at + 1).join("-"), index, termOf(whole))];
    });
  }

  /** A word's own form as a term, as names have it; or "" where its stem is no other word. @param {string} name */
  function kept(name) {
    const word = (/^[A-Z]+s$/.test(name) && name.length > 1 ? name.slice(0, -1) : name).toLowerCase();
    const term = termOf(word);
    return ["", word].includes(term) ? "" : `${term}'${word}`;
  }

  /** Those of the names in a text. @param {string} text */
  const keptIn = (text) => (text.match(NAME) || []).map(kept).filter(Boolean);

  /** The terms of all that a text names by more than single words. @param {string} text */
  const termsOf = (text) => [...joinedIn(text).map(({ term }) => term), ...keptIn(text)];

  return { termsOf, joinedIn, typedIn, overSmallWords, kept, keptIn };
})();
