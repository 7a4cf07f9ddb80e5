/* What a result shows, with the words that were found marked. */
"use strict";

(function (archive) {
  const { words, analyse } = archive.analysis;
  const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/; // ASCII, with dashes, curly quotes and the ellipsis
  const PLAIN_WORD = /[A-Za-z0-9]+(?:[.'’][A-Za-z0-9]+)*/g;

  function wordsIn(text) {
    return text.matchAll(PLAIN.test(text) ? PLAIN_WORD : /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu);
  }

  /* A text as [[piece, was it found], ...]. */
  function marked(text, terms) {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of wordsIn(text)) {
      if (!analyse(word).some((term) => terms.has(term))) continue;
      if (index > end) pieces.push([text.slice(end, index), false]);
      pieces.push([word, true]);
      end = index + word.length;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  }

  /* A row of the index's texts as a result, with the found terms marked. */
  archive.resultOf = ([address, title, day, authors, authorCount, abstract, votes, code], terms) => ({
    address,
    title: marked(title, terms),
    day,
    authors: marked(authors.join(", "), terms),
    moreAuthors: authorCount - authors.length,
    abstract: marked(abstract, terms),
    votes,
    code: code === 1,
  });

  /* The folded words that a row shows. */
  archive.wordsOf = ([, title, , authors, , abstract]) => words([title, ...authors, abstract].join(" "));

  archive.isTitle = (row, terms) => analyse(row[1]).join(" ") === terms.join(" ");
})(self.archive);
