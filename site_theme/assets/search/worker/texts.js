/* What a result shows, with the words that were found marked. */
"use strict";

(function (archive) {
  const { words, analyse, isUnspaced } = archive.analysis;
  const { compounds, joinedIn, keptIn } = archive.compounds;
  const PLAIN = /^[\x00-\x7f\u2010-\u2027]*$/; // ASCII, with dashes, curly quotes and the ellipsis
  const BEFORE = 30; // characters before a match, where a text is cut for it
  const SNIPPET = 220; // and in all
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
    const ends = [0];
    for (const letter of word) ends.push(ends[ends.length - 1] + letter.length);
    return ends.slice(2).map((end, at) => ({ start: index + ends[at], end: index + end, text: word.slice(ends[at], end) }));
  }

  /* Of what was found, each a list of alternative terms, that of which some texts show none. */
  function missingFrom(texts, words) {
    const shown = new Set(texts.flatMap((text) => [...analyse(text), ...compounds(text)]));
    return words.filter((terms) => !terms.some((term) => shown.has(term)));
  }

  /* A long text cut at words around its first match; null where there is none. */
  function cutAround(text, wanted, terms) {
    const [first] = foundIn(text, wanted);
    if (!first) return null;
    const start = first.start <= BEFORE ? 0 : text.lastIndexOf(" ", first.start - BEFORE) + 1;
    const end = text.length <= start + SNIPPET ? text.length : Math.max(first.end, text.lastIndexOf(" ", start + SNIPPET));
    return marked(`${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`, terms);
  }

  /* Why a result is there, from the texts of the paper's page: {abstract, author, topic}, each with the found terms marked;
     null where it has nothing that was `missing`. */
  archive.reasonOf = ({ abstract, authors, topics }, { terms, missing }) => {
    const all = new Set(terms);
    const wanted = new Set(missing.flat());
    const having = (names) => names.find((name) => foundIn(name, wanted).length);
    const [author, topic] = [authors, topics].map(having).map((name) => (name ? marked(name, all) : null));
    return { abstract: cutAround(abstract, wanted, all), author, topic };
  };

  /* A row of the index's texts as a result, with the terms of the found words marked; `missing` are those words that it
     does not show. */
  archive.resultOf = ([address, title, day, authors, authorCount, abstract, votes, code], words, terms = new Set(words.flat())) => ({
    address,
    terms: [...terms],
    missing: missingFrom([title, abstract, ...authors], words),
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
