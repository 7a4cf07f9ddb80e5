// @ts-check
/* What a word that finds nothing, or little, may stand for: a longer word that is still being typed, a common word that
   it is a slip of, or the same letters with other spaces. */

/** @typedef {ReturnType<typeof openSpelling>} Spelling */

const { isUnfinished, meant, openSpelling, respellings } = (function () {
  const { words, termOf } = analysis;

  const SHORTEST_STEM = 4; // letters
  const SUFFIXES = (
    "able ably al ality ally ance ancy ant antly ate ated ating ation ational ative ator ed edly ence ency ent ently er " +
    "es ful ibility ible ibly ic ical ied ies ing ingly ion ional ism ist istic ity ive ively ization ize ized izing " +
    "less ly ment ness or ous ously"
  ).split(" ");
  const LONGEST_SUFFIX = Math.max(...SUFFIXES.map((suffix) => suffix.length));
  const COMMON = 4; // papers, at least, with a stem that an unfinished word may grow out of

  const SHORTEST_MISSPELT = 4; // letters
  const LONGEST_MISSPELT = 30; // what is longer was pasted, not typed, and has too many misspellings to try
  const MOST_CORRECTIONS = 3; // terms for one word
  const RARE = 3; // papers, at most, with a word that may be a slip although it is known
  const SHORTEST_RARE = 7; // letters of such a word: short names are near to many a common word
  const COMMONER = 4; // doublings, at least, from its papers to those of the word that was meant
  const USUAL = 4; // doublings by which two letters swapped, or one doubled or not, are likelier than other slips
  const SAME_LETTER = 16; // and those that leave the first letter as it is
  const RARER = 3; // doublings, at least, by which a correction is too rare beside the likeliest

  const MOST_RESPELT = 6; // words, at most, that are tried with other spaces

  /** @param {Engine} engine @param {Vocabulary} vocabulary */
  function openSpelling(engine, vocabulary) {
    /** What an unfinished word may become, as lists of terms: the likeliest term, then the others. They begin with it, or
        it grows out of them, as "contrasti" does on its way from "contrast" to the same term.
        @param {string} word */
    async function completions(word) {
      const longer = (await engine.completions(word)).filter((term) => term !== termOf(word));
      const stem = await stemOf(word);
      const [likeliest, ...others] = stem ? [stem, ...longer] : longer;
      return likeliest ? [[likeliest], others].filter((terms) => terms.length) : [];
    }

    /** @param {string} word */
    async function stemOf(word) {
      if (await engine.frequency(termOf(word))) return undefined;
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_SUFFIX);
      /** @type {string[]} */
      const stems = [];
      for (let length = word.length - 1; length >= shortest; length--) {
        if (SUFFIXES.some((suffix) => suffix.startsWith(word.slice(length)))) stems.push(word.slice(0, length));
      }
      const papers = await Promise.all(stems.map(engine.frequency));
      return stems.find((_, at) => papers[at] >= COMMON);
    }

    /** The likeliest terms that a word which no paper has, or hardly any, may be a slip of. @param {string} word
        @returns {Promise<string[]>} */
    async function corrections(word) {
      if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_MISSPELT || /[0-9]/.test(word)) return [];
      const term = termOf(word);
      const papers = await engine.frequency(term);
      if (papers > RARE || (papers && word.length < SHORTEST_RARE)) return [];
      const common = new Map((await vocabulary.oneEditAway(term)).map(([near, digit]) => [near, parseInt(digit, 16)]));
      return meant(word, papers, common);
    }

    return { completions, corrections };
  }

  /** The terms that a word was probably meant for, the likeliest first.
      @param {string} word @param {number} papers how many have it @param {Map<string, number>} common doublings up to the
      papers of each term that may be near */
  function meant(word, papers, common) {
    const term = termOf(word);
    const usual = new Set([...swaps(word), ...doublings(word)].map(termOf));
    const slipped = [...usual, ...slips(word).map(termOf)].filter((near) => near !== term && common.has(near));
    // Stems may be near although no words are: "difus" to "infus".
    const near = slipped.length ? slipped : nearest(term, 1, common.keys()).filter((near) => near !== term);
    const least = papers ? Math.floor(Math.log2(papers)) + COMMONER : 0;
    const commonness = (/** @type {string} */ near) => common.get(near) ?? 0;
    const likelihood = (/** @type {string} */ near) =>
      commonness(near) + (usual.has(near) ? USUAL : 0) + (near[0] === term[0] ? SAME_LETTER : 0);
    const likely = [...new Set(near)]
      .filter((near) => commonness(near) >= least)
      .sort((a, b) => likelihood(b) - likelihood(a) || (a < b ? -1 : 1));
    // A rare word weighs more than a common one, and would come first although hardly anybody meant it.
    return likely.filter((near) => likelihood(near) > likelihood(likely[0]) - RARER).slice(0, MOST_CORRECTIONS);
  }

  /** The same letters with other spaces, as lists of words: split between letters and digits (GPT4), then two
      neighbours joined (DINO v2).
      @param {string[]} typed @returns {string[][]} */
  function respellings(typed) {
    if (typed.length > MOST_RESPELT) return [];
    const whole = typed.join(" ");
    const split = whole.replace(/([a-z])(?=[0-9])|([0-9])(?=[a-z])/g, "$& ");
    const joined = typed.slice(1).map((_, at) => [...typed.slice(0, at), typed[at] + typed[at + 1], ...typed.slice(at + 2)]);
    return [split, ...joined.map((list) => list.join(" "))].filter((text) => text !== whole).map(words);
  }

  /** Every string that is a word with two neighbouring letters in each other's place: the commonest slip.
      @param {string} word */
  function swaps(word) {
    return Array.from({ length: word.length - 1 }, (_, at) =>
      word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }

  /** Every string that is a word with a letter of it doubled, or a doubled one alone. @param {string} word */
  function doublings(word) {
    return Array.from(word, (letter, at) =>
      word.slice(0, at) + (word[at + 1] === letter ? "" : letter) + word.slice(at));
  }

  /** Every string that has one letter more, less or other than a word, over the letters a to z. @param {string} word */
  function slips(word) {
    const found = [];
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      if (after) found.push(before + after.slice(1));
      for (const letter of "abcdefghijklmnopqrstuvwxyz") {
        found.push(before + letter + after);
        if (after) found.push(before + letter + after.slice(1));
      }
    }
    return found;
  }

  /** May a text's last word go on? Not where a blank or a point ends it, nor where it is one letter, which says nothing.
      @param {string} text @param {string} last */
  function isUnfinished(text, last) {
    return /[A-Za-z0-9\u0080-\uffff]$/.test(text) && !/^[a-z0-9]$/.test(last);
  }

  return { isUnfinished, meant, openSpelling, respellings };
})();
