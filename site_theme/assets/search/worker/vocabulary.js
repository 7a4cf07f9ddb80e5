// @ts-check
/* All terms of the index, for patterns that no range of shards can answer. Fetched in ranges, when such is asked. See
   generator/search/vocabulary.py. */

/** @typedef {ReturnType<typeof openVocabulary>} Vocabulary */

const { nearest, openVocabulary } = (function () {
  /** @param {Index["tables"]} tables */
  function openVocabulary({ words, endings, numbers }) {
    /** Numbers are asked for only where every character of the pattern that is not free can be of a number.
        @param {string} pattern @param {number} free */
    async function numbersFor(pattern, free) {
      const fixed = pattern.replace(/[0-9.*]/g, "").length;
      return fixed > free ? [] : numbers.startingWith("");
    }

    /** @param {string} tail @returns {Promise<TableRow[]>} */
    async function endingWith(tail) {
      const found = await endings.startingWith(backwards(tail));
      return found.map(([ending, common]) => [backwards(ending), common]);
    }

    /** All terms that the wildcards mean, the commonest first. @param {string} pattern */
    async function like(pattern) {
      const parts = pattern.split("*");
      const tail = parts[parts.length - 1];
      const known = await Promise.all([tail ? endingWith(tail) : words.startingWith(""), numbersFor(pattern, 0)]);
      return commonestFirst(known.flat().filter(([term]) => fits(parts, term)));
    }

    /** All terms that may lie within so many edits; lunr decides. The commonest come first.
        @param {string} term @param {number} edits */
    async function near(term, edits) {
      const ranges = edits === 1 && !term.includes("*") ? oneEditAway(term) : words.startingWith("");
      const known = new Map((await Promise.all([ranges, numbersFor(term, edits)])).flat());
      const near = new Set(nearest(term, edits, known.keys()));
      return commonestFirst([...known].filter(([word]) => near.has(word)));
    }

    /** Rows of [term, how common it is] of all words that may be one edit away from a term, and of others: one edit
        leaves either the first half as it is, or the second; where it swaps the letters in the middle, all but the first.
        @param {string} term */
    async function oneEditAway(term) {
      const letters = [...term];
      const half = letters.length >> 1;
      const [first, last] = [letters.slice(0, half), letters.slice(half + 1)].map((part) => part.join(""));
      return (await Promise.all([words.startingWith(first), endingWith(last)])).flat();
    }

    return { like, near, oneEditAway };
  }

  const commonestFirst = (/** @type {TableRow[]} */ known) => known.sort(([, a], [, b]) => parseInt(b, 16) - parseInt(a, 16)).map(([term]) => term);
  const backwards = (/** @type {string} */ word) => [...word].reverse().join("");

  /** Has a term these parts in their order, the first at its beginning and the last at its end?
      @param {string[]} parts at least two @param {string} term */
  function fits([head, ...rest], term) {
    const tail = rest.pop() ?? "";
    const end = term.length - tail.length;
    let place = head.length;
    if (place > end || !term.startsWith(head) || !term.endsWith(tail)) return false;
    return rest.every((part) => {
      const found = term.indexOf(part, place);
      place = found + part.length;
      return found >= 0 && place <= end;
    });
  }

  /** Those of the words that may lie within so many edits of a term.
      @param {string} term @param {number} edits @param {Iterable<string>} words */
  function nearest(term, edits, words) {
    const letters = lettersOf(term);
    const free = term.split("*").length - 1;
    return [...words].filter((word) => {
      // An edit brings or takes one letter at most, which rules out nearly all words at once.
      const others = lettersOf(word);
      return bits(letters & ~others) <= edits && bits(others & ~letters) <= edits + free && within(term, word, edits);
    });
  }

  /** The letters a to z that a word has, as bits. @param {string} word */
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at) - 97;
      if (letter >= 0 && letter < 26) letters |= 1 << letter;
    }
    return letters;
  }

  /** How many are set. @param {number} set */
  function bits(set) {
    let count = 0;
    for (let rest = set; rest; rest &= rest - 1) count++;
    return count;
  }

  /** May `word` be `term` after so many insertions, deletions, substitutions and swaps of neighbours? Generous: a
      swap costs one but its letters may be edited again, as lunr allows. In `term`, * is any one character.
      @param {string} term @param {string} word @param {number} edits */
  function within(term, word, edits) {
    if (Math.abs(term.length - word.length) > edits) return false;
    const width = word.length + 1;
    /** @type {number[] | null} */
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

  return { nearest, openVocabulary };
})();
