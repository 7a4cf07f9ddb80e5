/* What a result shows, with the words that were found marked. */
"use strict";

(function (archive) {
  const { words, analyse, isUnspaced, termOf } = archive.analysis;
  const { joinedIn, keptIn } = archive.compounds;
  const { marksOf, marking } = archive.inflection;
  const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/; // ASCII, with dashes, curly quotes and the ellipsis
  const BEFORE = 30; // characters before a match, where a text is cut for it
  const SNIPPET = 220; // and in all
  const PLAIN_WORD = /[A-Za-z0-9]+(?:[.'’][A-Za-z0-9]+)*/g;

  function wordsIn(text) {
    return text.matchAll(PLAIN.test(text) ? PLAIN_WORD : /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu);
  }

  /* A text as [[piece, was it found], ...]. Marked are words as they stand: of a name only the name itself. */
  function marked(text, isMarked, tokens = tokensIn(text)) {
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

  /* {start, end, term, written} of all that may be found in a text, in its order; `written` as analysed, but not stemmed. */
  function tokensIn(text) {
    const joined = joinedIn(text).map((span) => ({ ...span, written: written(text, span) }));
    const alone = [...wordsIn(text)].flatMap(({ 0: word, index }) =>
      isUnspaced(word)
        ? pairsIn(word, index).flatMap(({ text: pair, ...span }) => analyse(pair).map((term) => ({ ...span, term, written: term })))
        : [...words(word).map((one) => [termOf(one), one]), ...keptIn(word).map((term) => [term, ""])].map(([term, one]) =>
          ({ start: index, end: index + word.length, term, written: one })));
    return [...joined, ...alone].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /* What is joined in a text as one word. */
  const written = (text, { start, end }) => text.slice(start, end).replace(/[-\u2010\u2011 ]/g, "").toLowerCase();

  /* {start, end, text} of each two neighbouring letters. */
  function pairsIn(word, index) {
    const ends = [0];
    for (const letter of word) ends.push(ends[ends.length - 1] + letter.length);
    return ends.slice(2).map((end, at) => ({ start: index + ends[at], end: index + end, text: word.slice(ends[at], end) }));
  }

  /* A long text cut at words around its first match; null where there is none. */
  function cutAround(text, isWanted, isMarked) {
    const first = tokensIn(text).find(isWanted);
    if (!first) return null;
    const start = first.start <= BEFORE ? 0 : text.lastIndexOf(" ", first.start - BEFORE) + 1;
    const end = text.length <= start + SNIPPET ? text.length : Math.max(first.end, text.lastIndexOf(" ", start + SNIPPET));
    return marked(`${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`, isMarked);
  }

  /* Why a result is there, from the texts of the paper's page: {abstract, author, topic}, each with the found terms marked;
     null where it has nothing that was `missing`. */
  archive.reasonOf = ({ shown, authors, topics }, { terms, missing }) => {
    const isMarked = marking(terms);
    const isWanted = marking(missing.flat());
    const having = (names) => names.find((name) => tokensIn(name).some(isWanted));
    const [author, topic] = [authors, topics].map(having).map((name) => (name ? marked(name, isMarked) : null));
    return { abstract: cutAround(shown, isWanted, isMarked), author, topic };
  };

  /* A row of the index's texts as a result, with the found words marked, of which each is a list of alternative terms: all
     that have the term of none of the `typed` words, and forms of these. `unfinished` is one that may go on, or null.
     `missing` are those words that the row does not show. */
  archive.resultOf = ([address, title, day, authors, authorCount, abstract, votes, code], found, typed, unfinished) => {
    const having = (term) => typed.filter((word) => termOf(word) === term);
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
      code: code === 1,
    };
  };

  /* The folded words that a row shows. */
  archive.wordsOf = ([, title, , authors, , abstract]) => words([title, ...authors, abstract].join(" "));

  archive.isTitle = (row, terms) => analyse(row[1]).join(" ") === terms.join(" ");
})(self.archive);
