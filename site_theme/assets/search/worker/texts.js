// @ts-check
/* What a result shows, with the words that were found marked. */

/** What may be found in a text, and where; `written` as analysed, but not stemmed.
    @typedef {Span & { written: string }} Token */

/** @typedef {ReturnType<typeof inflection.marking>} Marking */

const { isTitle, reasonOf, resultOf, wordsOf } = (function () {
  const { words, analyse, isUnspaced, termOf } = analysis;
  const { joinedIn, keptIn } = compounds;
  const { marksOf, marking } = inflection;
  const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/; // ASCII, with dashes, curly quotes and the ellipsis
  const BEFORE = 30; // characters before a match, where a text is cut for it
  const SNIPPET = 220; // and in all
  const PLAIN_WORD = /[A-Za-z0-9]+(?:[.'’][A-Za-z0-9]+)*/g;

  /** @param {string} text */
  function wordsIn(text) {
    return text.matchAll(PLAIN.test(text) ? PLAIN_WORD : /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu);
  }

  /** A text in pieces. Marked are words as they stand: of a name only the name itself.
      @param {string} text @param {Marking} isMarked */
  function marked(text, isMarked, tokens = tokensIn(text)) {
    /** @type {Piece[]} */
    const pieces = [];
    let end = 0;
    for (const { start, end: until } of tokens.filter(isMarked)) {
      if (until <= end) continue;
      const from = Math.max(start, end);
      if (from > end) pieces.push([text.slice(end, from), false]);
      const last = pieces[pieces.length - 1];
      if (last?.[1]) last[0] += text.slice(from, until);
      else pieces.push([text.slice(from, until), true]);
      end = until;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  }

  /** All that may be found in a text, in its order. @param {string} text @returns {Token[]} */
  function tokensIn(text) {
    const joined = joinedIn(text).map((span) => ({ ...span, written: written(text, span) }));
    const alone = [...wordsIn(text)].flatMap(({ 0: word, index }) =>
      isUnspaced(word)
        ? pairsIn(word, index).flatMap(({ text: pair, ...span }) => analyse(pair).map((term) => ({ ...span, term, written: term })))
        : [...words(word).map((one) => ({ term: termOf(one), written: one })), ...keptIn(word).map((term) => ({ term, written: "" }))].map((found) =>
          ({ start: index, end: index + word.length, ...found })));
    return [...joined, ...alone].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** What is joined in a text as one word. @param {string} text @param {Span} span */
  const written = (text, { start, end }) => text.slice(start, end).replace(/[-\u2010\u2011 ]/g, "").toLowerCase();

  /** Each two neighbouring letters. @param {string} word @param {number} index */
  function pairsIn(word, index) {
    const ends = [0];
    for (const letter of word) ends.push(ends[ends.length - 1] + letter.length);
    return ends.slice(2).map((end, at) => ({ start: index + ends[at], end: index + end, text: word.slice(ends[at], end) }));
  }

  /** A long text cut at words around its first match; null where there is none.
      @param {string} text @param {Marking} isWanted @param {Marking} isMarked */
  function cutAround(text, isWanted, isMarked) {
    const first = tokensIn(text).find(isWanted);
    if (!first) return null;
    const start = first.start <= BEFORE ? 0 : text.lastIndexOf(" ", first.start - BEFORE) + 1;
    const end = text.length <= start + SNIPPET ? text.length : Math.max(first.end, text.lastIndexOf(" ", start + SNIPPET));
    return marked(`${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`, isMarked);
  }

  /** Of names with a wanted word the one with most of the words that were found; null where none has any.
      @param {string[]} names @param {Marking} isWanted @param {Marking} isMarked */
  function bestOf(names, isWanted, isMarked) {
    const wanted = names.map((name) => ({ name, tokens: tokensIn(name) })).filter(({ tokens }) => tokens.some(isWanted));
    const count = (/** @type {Token[]} */ tokens) => tokens.filter(isMarked).length;
    const [best] = wanted.sort((one, other) => count(other.tokens) - count(one.tokens));
    return best ? marked(best.name, isMarked, best.tokens) : null;
  }

  /** Why a result is there, from the texts of the paper's page, each with the found terms marked.
      @param {PageTexts} texts @param {WhyMessage["item"]} item @returns {SearchReason} */
  function reasonOf({ shown, authors, topics }, { terms, missing }) {
    const isMarked = marking(terms);
    const isWanted = marking(missing.flat());
    const [author, topic] = [authors, topics].map((names) => bestOf(names, isWanted, isMarked));
    return { abstract: cutAround(shown, isWanted, isMarked), author, topic };
  }

  /** A paper as a result, with the found words marked.
      @param {PaperRow} row
      @param {string[][]} found words, each as alternative terms: marked are all that have the term of none of the typed
        words, and forms of these
      @param {string[]} typed @param {string | null} unfinished one of them that may go on @param {Topic[]} topics
      @returns {SearchItem} */
  function resultOf({ address, title, day, authors, authorCount, abstract, votes, code }, found, typed, unfinished, topics) {
    const having = (/** @type {string} */ term) => typed.filter((word) => termOf(word) === term);
    const marks = found.map((terms) => terms.flatMap((term) =>
      marksOf(term, having(term), unfinished && termOf(unfinished) === term ? unfinished : null)));
    const terms = [...new Set(marks.flat())];
    const isMarked = marking(terms);
    const texts = [title, authors.join(", "), abstract];
    const tokens = texts.map(tokensIn);
    const [inTitle, inAuthors, inAbstract] = texts.map((text, at) => marked(text, isMarked, tokens[at]));
    const shown = tokens.flat();
    return {
      address,
      terms,
      missing: marks.filter((alternatives) => !shown.some(marking(alternatives))),
      title: inTitle,
      day,
      authors: inAuthors,
      moreAuthors: authorCount - authors.length,
      abstract: inAbstract,
      votes,
      code,
      topics,
    };
  }

  /** The folded words that a row shows. @param {PaperRow} row */
  const wordsOf = ({ title, authors, abstract }) => words([title, ...authors, abstract].join(" "));

  /** Are these the terms of the whole title? @param {PaperRow} row @param {string[]} terms */
  const isTitle = ({ title }, terms) => analyse(title).join(" ") === terms.join(" ");

  return { isTitle, reasonOf, resultOf, wordsOf };
})();
