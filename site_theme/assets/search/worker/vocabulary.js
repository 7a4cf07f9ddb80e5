/* All terms of the index, for patterns that no range of terms can answer. Fetched when the first such is asked. */
"use strict";

(function (archive) {
  function openVocabulary(index) {
    const opened = new Map();

    async function read(kind) {
      if (!opened.has(kind)) {
        const [terms, common] = (await index.single(kind)).split("\n");
        const words = index.readWords(terms);
        opened.set(kind, {
          words,
          letters: Int32Array.from(words, lettersOf),
          common: new Map(words.map((word, at) => [word, parseInt(common[at], 16)])),
        });
      }
      return opened.get(kind);
    }

    /* Numbers are asked for only where every character of the pattern that is not free can be of a number. */
    async function kindsFor(pattern, free) {
      const fixed = pattern.replace(/[0-9.*]/g, "").length;
      return Promise.all(fixed > free ? [read("words")] : [read("words"), read("numbers")]);
    }

    /* All terms that the wildcards may mean; lunr decides. */
    async function like(pattern) {
      const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      const expression = new RegExp(`^${escaped.join(".*")}$`, "s");
      const kinds = await kindsFor(pattern, 0);
      return kinds.flatMap((kind) => kind.words.filter((word) => expression.test(word)));
    }

    /* All terms that may lie within so many edits; lunr decides. */
    async function near(term, edits) {
      const kinds = await kindsFor(term, edits);
      const letters = lettersOf(term);
      const free = term.split("*").length - 1;
      // An edit brings or takes one letter at most, which rules out nearly all words at once.
      const possible = (others) =>
        bits(letters & ~others) <= edits && bits(others & ~letters) <= edits + free;
      return kinds.flatMap((kind) =>
        kind.words.filter((word, at) => possible(kind.letters[at]) && within(term, word, edits)));
    }

    /* Is the term one of the words, and how common: the base-2 logarithm of its papers, rounded down, or -1. */
    async function rarity(term) {
      const { common } = await read("words");
      return common.has(term) ? common.get(term) : -1;
    }

    return { like, near, rarity };
  }

  /* The letters a to z that a word has, as bits. */
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at) - 97;
      if (letter >= 0 && letter < 26) letters |= 1 << letter;
    }
    return letters;
  }

  function bits(set) {
    let count = 0;
    for (let rest = set; rest; rest &= rest - 1) count++;
    return count;
  }

  /* May `word` be `term` after so many insertions, deletions, substitutions and swaps of neighbours? Generous: a
     swap costs one but its letters may be edited again, as lunr allows. In `term`, * is any one character. */
  function within(term, word, edits) {
    if (Math.abs(term.length - word.length) > edits) return false;
    const width = word.length + 1;
    let two = null;
    let one = Array.from({ length: width }, (_, column) => column);
    for (let row = 1; row <= term.length; row++) {
      const line = [row];
      let least = row;
      for (let column = 1; column < width; column++) {
        const same = term[row - 1] === word[column - 1] || term[row - 1] === "*";
        let cost = Math.min(one[column] + 1, line[column - 1] + 1, one[column - 1] + (same ? 0 : 1));
        if (two && column > 1) cost = Math.min(cost, two[column - 2] + 1);
        line.push(cost);
        if (cost < least) least = cost;
      }
      if (least > edits && Math.min(...one) > edits) return false;
      two = one;
      one = line;
    }
    return one[width - 1] <= edits;
  }

  archive.openVocabulary = openVocabulary;
})(self.archive);
