/* What readers get for what they type: a sequence of engine queries, in one list.

   1. An arXiv identifier, in any spelling, is the paper itself.
   2. A whole name, as links to authors give it (authors:Ada_Lovelace), is the papers with just this name, the newest
      first, then others with all of its words in that field.
   3. lunr's own syntax, where the text uses it, is lunr's own list.
   4. Otherwise the words: papers with all of them, in lunr's order.
   5. Where there is less than a page: papers with all words, where the last is the beginning of one: of the commonest
      such word, then of any. A blank after it says that it is whole.
   6. Where that finds nothing: words that no paper has are taken as misspelt, and corrected.
   7. Where there is less than a page: papers with some of the words, in lunr's order.
   A paper stands where it is found first. */
"use strict";

(function (archive) {
  const { words, termOf, analyse } = archive.analysis;
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;

  const PAGE = 10;
  const SHORTEST_MISSPELT = 4; // letters
  const LONGEST_MISSPELT = 30; // what is longer was pasted, not typed, and has too many misspellings to try
  const MOST_CORRECTIONS = 3; // terms for one word
  const PREFIX_SHARDS = 3; // that completing a word may download
  const SHORTEST_STEM = 4; // letters
  const SUFFIXES = (
    "able ably al ality ally ance ancy ant antly ate ated ating ation ational ative ator ed edly ence ency ent ently er " +
    "es ful ibility ible ibly ic ical ied ies ing ingly ion ional ism ist istic ity ive ively ization ize ized izing " +
    "less ly ment ness or ous ously"
  ).split(" ");
  const LONGEST_SUFFIX = Math.max(...SUFFIXES.map((suffix) => suffix.length));
  const COMMON = 4; // papers, at least, with a stem that an unfinished word may grow out of

  const ALIASES = new Map(Object.entries({
    titles: "title", abstracts: "abstract", author: "authors", topic: "topics", id: "arxiv",
  }));
  const WHOLE_NAME = /^\+?(author|topic)s?:([^\s:~^*]+_[^\s:~^*]+)$/iu;

  const SIGN = /[-+:*~^]/;
  const SYNTAX = [
    "(?:^|\\s)[+-](?=[\\p{L}\\p{N}])", // +required -prohibited
    "(?:^|[\\s+-])\\p{L}+:(?!//)(?=\\S)", // field:word; not an address
    "^(?:titles?|abstracts?|authors?|topics?|arxiv|id):$",
    "[\\p{L}\\p{N}]{2}\\*|\\*[\\p{L}\\p{N}]{2}", // wild*; titles have A* and Q*
    "[\\p{L}\\p{N}]{2}[~^][0-9]*(?=\\s|$)", // fuzzy~1 boosted^2; titles have R^2
  ].join("|");

  // Most queries have no sign at all, and classes of all letters are dear to set up.
  const usesSyntax = (text) => SIGN.test(text) && new RegExp(SYNTAX, "u").test(text);

  const PHRASE = /"[^"]*\s[^"]*"|“[^”]*\s[^”]*”/;

  function openRanking(engine, vocabulary, index, facts) {
    /* The answer to a request: {
         count, how many papers in all;
         all, how many of them have all the words, or null where that does not apply;
         direct, the address of the one paper that was meant, or null;
         notes, sentences for the reader;
         items, the results from offset on, as texts.js makes them }. */
    async function answer(request, isCurrent) {
      const [passes, compare] = await Promise.all([facts.filter(request), facts.order(request.order)]);
      const list = { papers: [], seen: new Set(), terms: new Set(), all: null, notes: [], direct: false };
      if (PHRASE.test(request.text)) list.notes.push("Phrases in quotes are searched as plain words.");
      const fits = (paper) => !list.seen.has(paper) && passes(paper);
      const add = ({ papers, terms }) => {
        const fresh = papers.filter(fits);
        for (const term of terms) list.terms.add(term);
        for (const paper of fresh) list.seen.add(paper);
        list.papers.push(...(compare ? fresh.sort(compare) : fresh));
        return isCurrent();
      };
      // No more than is shown needs lunr's order.
      const best = (clauses) =>
        engine.best(clauses, compare ? 0 : Math.max(0, request.offset + request.limit - list.papers.length), fits);

      const text = request.text.trim();
      const identifier = archive.identifierIn(text);
      const name = WHOLE_NAME.exec(text);
      if (!text) browse(list, passes, compare);
      else if (identifier) await byIdentifier(identifier, list, add);
      else if (name) await byName(`${name[1].toLowerCase()}s`, name[2], list, add);
      else if (!(usesSyntax(text) && (await bySyntax(text, list, add)))) await byWords(text, request, list, add, best);
      return isCurrent() && shown(list, request, text);
    }

    function browse(list, passes, compare) {
      const newest = (a, b) => b - a;
      list.papers = Array.from({ length: engine.papers }, (_, paper) => paper).filter(passes).sort(compare || newest);
    }

    async function byIdentifier(identifier, list, add) {
      const clauses = analyse(identifier).map((term) => ({ terms: [term], fields: ["arxiv"], presence: REQUIRED }));
      const known = found(await engine.run(clauses));
      add(known);
      list.direct = list.papers.length === 1;
      if (list.papers.length) return;
      const where = known.papers.length ? "outside these filters" : "not in this archive";
      list.notes.push(`arXiv:${identifier} is ${where}.`);
    }

    async function byName(field, name, list, add) {
      const typed = words(name);
      // Initials say little, and sources differ in giving them.
      const long = typed.filter((word) => word.length > 1);
      const terms = (long.length ? long : typed).map(termOf).filter(Boolean);
      const papers = await index.papersNamed(field, name);
      const isKnown = papers.length > 0;
      add({ papers: papers.reverse(), terms });
      const whole = list.papers.length;
      const all = terms.map((term) => ({ terms: [term], fields: [field], presence: REQUIRED }));
      add(found(await engine.run(all)));
      if (list.papers.length === whole) return;
      const shown = name.replaceAll("_", " ");
      const first = whole
        ? `First the papers with “${shown}” among their ${field}; then others`
        : isKnown
          ? `The papers with “${shown}” among their ${field} are outside these filters: showing those`
          : `No paper has just “${shown}” among its ${field}: showing those`;
      list.notes.push(`${first} with all of these words there.`);
    }

    async function bySyntax(text, list, add) {
      const field = /(^|\s)([+-]?)(\p{L}+):/gu;
      const query = text.replace(field, (_, before, sign, name) =>
        `${before}${sign}${ALIASES.get(name.toLowerCase()) || name}:`);
      try {
        add(found(await engine.search(query)));
        const plain = text.replace(field, "$1");
        if (!list.papers.length && !analyse(plain).length) list.notes.push(unsearchable(plain));
        return true;
      } catch (error) {
        if (!(error instanceof lunr.QueryParseError)) throw error;
        const place = query.slice(error.start, error.end);
        list.notes.push(
          `This is not a complete query: ${error.message}${place ? ` (at “${place}”)` : ""}. ` +
          "Searched for the plain words instead.");
        return false;
      }
    }

    async function byWords(text, request, list, add, best) {
      const typed = [...new Set(words(text))].filter(termOf);
      const alternatives = new Map(typed.map((word) => [termOf(word), [termOf(word)]]));
      if (!typed.length) {
        list.notes.push(unsearchable(text));
        return;
      }
      const last = typed[typed.length - 1];
      const unfinished = !/\s$/.test(request.text);

      const withAll = () => best(clauses(alternatives, REQUIRED));
      const withSome = () => best(clauses(alternatives, OPTIONAL));

      if (!add(await withAll())) return;
      if (unfinished && list.papers.length < PAGE) {
        for (const terms of await completions(last)) {
          alternatives.get(termOf(last)).push(...terms);
          if (!add(await withAll())) return;
          if (list.papers.length >= PAGE) break;
        }
      }
      if (!list.papers.length && (await correct(typed, alternatives, list)) && !add(await withAll())) return;
      list.all = list.papers.length;
      if (list.all < PAGE && typed.length > 1) add(await withSome());
    }

    const clauses = (alternatives, presence) => [...alternatives.values()].map((terms) => ({ terms, presence }));

    /* What an unfinished word may become: the likeliest term, then the others. They begin with it, or
       it grows out of them, as "contrasti" does on its way from "contrast" to the same term. */
    async function completions(word) {
      const longer = (await engine.completions(word, PREFIX_SHARDS)).filter((term) => term !== termOf(word));
      const stem = await stemOf(word);
      const [likeliest, ...others] = stem ? [stem, ...longer] : longer;
      return likeliest ? [[likeliest], others].filter((terms) => terms.length) : [];
    }

    async function stemOf(word) {
      if (await engine.frequency(termOf(word))) return undefined;
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_SUFFIX);
      const stems = [];
      for (let length = word.length - 1; length >= shortest; length--) {
        if (SUFFIXES.some((suffix) => suffix.startsWith(word.slice(length)))) stems.push(word.slice(0, length));
      }
      const papers = await Promise.all(stems.map(engine.frequency));
      return stems.find((_, at) => papers[at] >= COMMON);
    }

    async function correct(typed, alternatives, list) {
      const corrected = await Promise.all(typed.map((word) => correctWord(word, alternatives.get(termOf(word)), list)));
      return corrected.some(Boolean);
    }

    /* Adds to the term of a word that no paper has the likeliest ones that it may be a misspelling of. */
    async function correctWord(word, terms, list) {
      const [term, ...completed] = terms;
      if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_MISSPELT || /[0-9]/.test(word)) return false;
      if (completed.length || (await engine.frequency(term))) return false;
      const common = new Map(await vocabulary.oneEditAway(term));
      const spelt = (variants) => variants.filter((variant) => common.has(termOf(variant)));
      const swapped = spelt(swaps(word));
      // What is near as a term only is a stem, which is no word to show.
      const near = swapped.length ? [] : archive.nearest(term, 1, common.keys());
      const spellings = new Map(near.map((stem) => [stem, "similar words"]));
      // Of spellings with one stem the longest is likeliest: "attention", not "attentou".
      const likeliest = swapped.length ? swapped : spelt(misspellings(word)).sort((a, b) => a.length - b.length);
      for (const variant of likeliest) spellings.set(termOf(variant), `“${variant}”`);
      // The first letter is seldom the wrong one.
      const likelihood = (near) => parseInt(common.get(near), 16) + (near[0] === term[0] ? 16 : 0);
      const chosen = [...spellings.keys()]
        .sort((a, b) => likelihood(b) - likelihood(a) || (a < b ? -1 : 1))
        .slice(0, MOST_CORRECTIONS);
      terms.push(...chosen);
      if (!chosen.length) return false;
      const shown = [...new Set(chosen.map((near) => spellings.get(near)))].join(" or ");
      list.notes.push(`No paper has “${word}”: showing ${shown}.`);
      return true;
    }

    /* The results from the request's offset on; by relevance, a title that is the query itself is moved to the front. */
    async function shown(list, request, text) {
      const page = list.papers.slice(request.offset, request.offset + request.limit);
      const typed = request.offset === 0 && !request.order ? analyse(text) : [];
      // Each is made ready while others are still on their way.
      const results = await Promise.all(page.map(async (paper) => {
        const row = await index.texts(paper);
        return { item: archive.resultOf(row, list.terms), isTitle: typed.length > 0 && archive.isTitle(row, typed) };
      }));
      const title = results.findIndex(({ isTitle }) => isTitle);
      if (title > 0) results.unshift(...results.splice(title, 1));
      const items = results.map(({ item }) => item);
      return {
        count: list.papers.length,
        all: list.all,
        direct: (list.direct && items[0]?.address) || null,
        notes: list.notes,
        items,
      };
    }

    return { answer };
  }

  function unsearchable(text) {
    return words(text).length
      ? "Only words too common to be searched. Please add one that is not."
      : "There is no word in this to search for.";
  }

  /* The papers and the terms of lunr's results. */
  function found(results) {
    return {
      papers: results.map(({ ref }) => Number(ref)),
      terms: new Set(results.flatMap(({ matchData }) => Object.keys(matchData.metadata))),
    };
  }

  /* Every string that is a word with two neighbouring letters in each other's place: the commonest slip. */
  function swaps(word) {
    return Array.from({ length: word.length - 1 }, (_, at) =>
      word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  }

  /* Every string that has one letter more, less or other than a word, over the letters a to z. */
  function misspellings(word) {
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

  archive.openRanking = openRanking;
})(self.archive);
