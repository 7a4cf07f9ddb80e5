// @ts-check
/* Text -> terms: the browser's copy of generator/text/analysis.py, step for step. One table tests both. */

const analysis = (function () {
  const TEX_ACCENT = /\{?\\(?:['`^"~=.]|[uvHcdbkrt](?=\{))\{?\\?([A-Za-z])\}{0,2}/g;
  const TEX_LETTER = /\{?\\(ss|AE|ae|OE|oe|AA|aa|[OoLlij])(?![A-Za-z])\}?\s?/g;
  const PLAIN = /^[\x00-\x5b\x5d-\x7f]*$/; // ASCII without TeX
  // Nearly every text is ASCII when it is folded, and a class of all letters takes a browser milliseconds to set up.
  const ASCII = /^[\x00-\x7f]*$/;
  const ASCII_INNER_APOSTROPHE = /([a-z0-9])'(?=[a-z0-9])/g;
  const ASCII_TERM = /[0-9]+(?:\.[0-9]+)+|[a-z0-9]+/g;
  const ASCII_WORD = /^[a-z]+$/;
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";

  const LONGEST = 100; // characters of a word: of a longer one only the beginning counts

  /** @type {Record<string, string>} */
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i",
    ŋ: "n", ς: "σ", ʼ: "'", ʹ: "'",
  };
  const UNFOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau " +
    "upsilon phi chi psi omega"
  ).split(" ");
  const GREEK_LETTERS = "αβγδεζηθικλμνξοπρστυφχψω";

  /** @param {string} text */
  function fold(text) {
    if (PLAIN.test(text)) return text.toLowerCase();
    return text
      .replace(/[\u00ad\u200c-\u200d\u2060]/g, "")
      .replace(TEX_ACCENT, "$1")
      .replace(TEX_LETTER, "$1")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .normalize("NFC")
      .replace(UNFOLDED, (letter) => LETTERS[letter]);
  }

  /** @param {string} text @returns {string[]} */
  function words(text) {
    const folded = fold(text);
    if (ASCII.test(folded)) return folded.replace(ASCII_INNER_APOSTROPHE, "$1").match(ASCII_TERM) || [];
    return (
      folded
        .replace(/([\p{L}\p{N}])['’](?=[\p{L}\p{N}])/gu, "$1")
        .replace(/[α-ω]+/g, (run) =>
          run.length === 1 ? ` ${GREEK_NAMES[GREEK_LETTERS.indexOf(run)]} ` : run)
        .match(new RegExp(`[0-9]+(?:\\.[0-9]+)+|(?:(?=[\\p{L}\\p{N}])[${UNSPACED}])+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu")) || []
    ).flatMap((run) => (isUnspaced(run) ? pairs(run) : [run]));
  }

  /** Does a text begin in a script that sets no spaces? @param {string} text */
  const isUnspaced = (text) => !ASCII.test(text) && new RegExp(`^[${UNSPACED}]`, "u").test(text);

  /** @param {string} run */
  function pairs(run) {
    const letters = [...run];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  }

  /** The term of a word that `words` gave, or "" for a stop word. */
  const termOf = once((/** @type {string} */ word) => (lunr.stopWordFilter(word) === undefined ? "" : stem(word)));

  /** @param {string} whole */
  function stem(whole) {
    const word = whole.length > LONGEST ? [...whole].slice(0, LONGEST).join("") : whole;
    return ASCII_WORD.test(word) ? lunr.stemmer(new lunr.Token(word)).str : word;
  }

  /** The terms of a text. @param {string} text */
  function analyse(text) {
    return words(text).map(termOf).filter(Boolean);
  }

  /** What a name is filed under. @param {string} name */
  const keyOf = (name) => words(name).join("_");

  return { fold, words, termOf, analyse, isUnspaced, keyOf };
})();
