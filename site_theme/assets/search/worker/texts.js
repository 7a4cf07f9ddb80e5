/* What a result shows, with the words that were found marked. */
"use strict";

(function (archive) {
  const { words, analyse, isUnspaced } = archive.analysis;
  const { joinedIn, keptIn } = archive.compounds;
  const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/; // ASCII, with dashes, curly quotes and the ellipsis
  const PLAIN_WORD = /[A-Za-z0-9]+(?:[.'’][A-Za-z0-9]+)*/g;

  function wordsIn(text) {
    return text.matchAll(PLAIN.test(text) ? PLAIN_WORD : /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}\p{M}]+)*/gu);
  }

  /* A text as [[piece, was it found], ...]. Marked are words as they stand: of a name only the name itself. */
  function marked(text, terms) {
    const pieces = [];
    let end = 0;
    for (const { start, end: until } of foundIn(text, terms)) {
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

  /* {start, end} of what was found in a text, in its order. */
  function foundIn(text, terms) {
    const isFound = (term) => terms.has(term);
    const joined = joinedIn(text).filter(({ term }) => isFound(term));
    const alone = [...wordsIn(text)].flatMap(({ 0: word, index }) =>
      isUnspaced(word)
        ? pairsIn(word, index).filter((pair) => analyse(pair.text).some(isFound))
        : [...analyse(word), ...keptIn(word)].some(isFound) ? [{ start: index, end: index + word.length }] : []);
    return [...joined, ...alone].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /* {start, end, text} of each two neighbouring letters. */
  function pairsIn(word, index) {
    const ends = [...word].reduce((found, letter) => [...found, found[found.length - 1] + letter.length], [0]);
    return ends.slice(2).map((end, at) => ({ start: index + ends[at], end: index + end, text: word.slice(ends[at], end) }));
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
