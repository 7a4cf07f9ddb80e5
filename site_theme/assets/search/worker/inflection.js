// @ts-check
/* Which words are marked. Words of one stem are found alike, "federated" and "federal" too: marked are those that are the
   typed word in another form, "federate" and "federates". */

const inflection = (function () {
  const VOWEL = /[aeiouy]/;
  const AS_TYPED = "="; // between a term and the base of the typed word; it is in no term
  const BEGINNING = "*"; // or the beginning of a word that was typed

  /* A lower-case English word without the endings of its forms: -s, -ed, -ing, and -e, y and double letters before them. */
  const baseOf = (/** @type {string} */ word) =>
    /^[a-z]{3,}$/.test(word) ? withoutTense(singular(word)).replace(/(?<=..)e$/, "").replace(/(?<=[^aeiou])y$/, "i").replace(/([b-df-hj-np-tv-z])\1$/, "$1") : word;

  /** @param {string} word */
  function singular(word) {
    if (/(?:ss|us|is)$/.test(word)) return word;
    return word.replace(/ies$/, "y").replace(/(?<=ss|sh|ch|x|zz)es$|s$/, "");
  }

  /** @param {string} word */
  function withoutTense(word) {
    const start = word.replace(/(?:(?<!e)ed|ing)$/, "");
    return VOWEL.test(start) && start.length > 1 ? start : word;
  }

  /** What of a term to mark: all words that have it, unless some were typed; then forms of these.
      @param {string} term @param {string[]} typed words that have the term
      @param {string | null} unfinished a typed word that may go on */
  function marksOf(term, typed, unfinished) {
    const bases = new Set(typed.map(baseOf));
    const marks = [...bases].map((base) => term + AS_TYPED + base);
    if (unfinished) marks.push(term + BEGINNING + unfinished);
    return marks.length ? marks : [term];
  }

  /** Is a word with a term to be marked?
      @param {string[]} marks @returns {(found: { term: string, written: string }) => boolean} */
  function marking(marks) {
    const all = new Set(marks);
    const beginnings = marks.filter((mark) => mark.includes(BEGINNING)).map((mark) => mark.split(BEGINNING));
    return ({ term, written }) =>
      all.has(term) || all.has(term + AS_TYPED + baseOf(written)) ||
      beginnings.some(([begun, beginning]) => begun === term && written.startsWith(beginning));
  }

  return { baseOf, marksOf, marking };
})();
