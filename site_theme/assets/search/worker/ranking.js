/* What readers get for what they type: a sequence of engine queries, in one list.

   1. An arXiv identifier, in any spelling, is the paper itself.
   2. lunr's own syntax, where the text uses it, is lunr's own list.
   3. Otherwise the words: papers with all of them, in lunr's order.
   4. While typing, where there is less than a page: papers with all words, where the last is the beginning of one: of
      the commonest such word, then of any.
   5. Where that finds little: papers with all words, where unknown or rare ones may be misspelt.
   6. Where there is less than a page: papers with some of the words, in lunr's order.
   A paper stands where it is found first. */
"use strict";

(function (archive) {
  const { words, termOf, analyse } = archive.analysis;
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;

  const PAGE = 10;
  const RARE = 3; // papers, at most, with a word that may be misspelt
  const SHORTEST_MISSPELT = 4; // letters
  const LONGEST_MISSPELT = 30; // what is longer was pasted, not typed, and has too many misspellings to try
  const MOST_CORRECTIONS = 3; // terms for one word
  const PREFIX_SHARDS = 3; // that completing a word may download
  const SHORTEST_STEM = 4; // letters
  const LONGEST_SUFFIX = 6; // letters

  const SYNTAX = new RegExp([
    "(?:^|\\s)[+-](?=[\\p{L}\\p{N}])", // +required -prohibited
    "(?:^|[\\s+-])\\p{L}+:(?=\\S)", // field:word
    "^(?:title|abstract|authors|topics|arxiv):\\s*$",
    "[\\p{L}\\p{N}]{2}\\*|\\*[\\p{L}\\p{N}]{2}", // wild*; titles have A* and Q*
    "[\\p{L}\\p{N}]{2}[~^][0-9]*(?=\\s|$)", // fuzzy~1 boosted^2; titles have R^2
  ].join("|"), "u");

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
      const add = (results) => {
        const fresh = results
          .map((result) => ({ ...result, paper: Number(result.ref) }))
          .filter(({ paper }) => !list.seen.has(paper) && passes(paper));
        for (const { matchData } of fresh) for (const term in matchData.metadata) list.terms.add(term);
        fresh.forEach(({ paper }) => list.seen.add(paper));
        const papers = fresh.map(({ paper }) => paper);
        list.papers.push(...(compare ? papers.sort(compare) : papers));
        return isCurrent();
      };

      const text = request.text.trim();
      const identifier = archive.identifierIn(text);
      if (!text) browse(list, passes, compare);
      else if (identifier && (await byIdentifier(identifier, list, add))) list.direct = list.papers.length === 1;
      else if (!(SYNTAX.test(text) && (await bySyntax(text, list, add)))) await byWords(text, request, list, add);
      return isCurrent() && shown(list, request, text);
    }

    function browse(list, passes, compare) {
      const newest = (a, b) => b - a;
      list.papers = Array.from({ length: engine.papers }, (_, paper) => paper).filter(passes).sort(compare || newest);
    }

    async function byIdentifier(identifier, list, add) {
      const clauses = analyse(identifier).map((term) => ({ terms: [term], fields: ["arxiv"], presence: REQUIRED }));
      add(await engine.run(clauses));
      if (!list.papers.length) list.notes.push(`arXiv:${identifier} is not in this archive.`);
      return true;
    }

    async function bySyntax(text, list, add) {
      try {
        add(await engine.search(text));
        return true;
      } catch (error) {
        if (!(error instanceof lunr.QueryParseError)) throw error;
        const place = text.slice(error.start, error.end);
        list.notes.push(
          `This is not a complete query: ${error.message}${place ? ` (at “${place}”)` : ""}. ` +
          "Searched for the plain words instead.");
        return false;
      }
    }

    async function byWords(text, request, list, add) {
      const typed = [...new Set(words(text))].filter(termOf);
      const alternatives = new Map(typed.map((word) => [termOf(word), [termOf(word)]]));
      if (!typed.length) {
        list.notes.push("These words are in nearly every paper. Please add one that is not.");
        return;
      }
      const last = typed[typed.length - 1];
      const unfinished = request.typing && !/\s$/.test(request.text);

      const withAll = () => engine.run(clauses(alternatives, REQUIRED));
      const withSome = () => engine.run(clauses(alternatives, OPTIONAL));

      if (!add(await withAll())) return;
      if (unfinished && list.papers.length < PAGE) {
        for (const terms of await completions(last)) {
          alternatives.get(termOf(last)).push(...terms);
          if (!add(await withAll())) return;
          if (list.papers.length >= PAGE) break;
        }
      }
      const found = list.papers.length;
      if ((found === 0 || (typed.length === 1 && found <= RARE)) && (await correct(typed, alternatives, list))) {
        if (!add(await withAll())) return;
      }
      list.all = list.papers.length;
      if (list.all < PAGE && typed.length > 1) add(await withSome());
    }

    const clauses = (alternatives, presence) => [...alternatives.values()].map((terms) => ({ terms, presence }));

    /* What a word that is still being typed may become: the likeliest term, then the others. They begin with it, or
       it grows out of them, as "contrasti" does on its way from "contrast" to the same term. */
    async function completions(word) {
      const longer = (await engine.completions(word, PREFIX_SHARDS)).filter((term) => term !== termOf(word));
      const stem = await stemOf(word);
      const [likeliest, ...others] = stem ? [stem, ...longer] : longer;
      return likeliest ? [[likeliest], others].filter((terms) => terms.length) : [];
    }

    async function stemOf(word) {
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_SUFFIX);
      const stems = [];
      for (let length = word.length - 1; length >= shortest; length--) stems.push(word.slice(0, length));
      const papers = await Promise.all(stems.map(engine.frequency));
      return stems.find((stem, at) => stem !== termOf(word) && papers[at] > RARE);
    }

    async function correct(typed, alternatives, list) {
      const added = [];
      for (const word of typed) added.push(await correctWord(word, alternatives.get(termOf(word)), list));
      return added.some(Boolean);
    }

    /* Adds to the terms of an unknown or rare word the commonest ones that it may be a misspelling of. */
    async function correctWord(word, terms, list) {
      const term = termOf(word);
      if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_MISSPELT || /[0-9]/.test(word)) return false;
      if ((await engine.frequency(term)) > RARE) return false;
      const candidates = new Map();
      for (const near of await vocabulary.near(term, 1)) candidates.set(near, null);
      for (const variant of misspellings(word)) {
        const near = termOf(variant);
        if (near) candidates.set(near, variant);
      }
      candidates.delete(term);
      const known = [];
      for (const [near, spelling] of candidates) {
        const common = await vocabulary.rarity(near);
        if (common >= 0) known.push({ near, spelling, common });
      }
      known.sort((a, b) => b.common - a.common || (a.near < b.near ? -1 : 1));
      const best = known.slice(0, MOST_CORRECTIONS);
      terms.push(...best.map(({ near }) => near));
      if (best.length) {
        list.notes.push(`Few papers have “${word}”: also searched for “${best[0].spelling || best[0].near}”.`);
      }
      return best.length > 0;
    }

    /* The results from the request's offset on, with a title that is the query itself moved to the front. */
    async function shown(list, request, text) {
      const page = list.papers.slice(request.offset, request.offset + request.limit);
      const rows = await Promise.all(page.map(index.texts));
      if (request.offset === 0 && text) {
        const terms = analyse(text);
        const title = rows.findIndex((row) => archive.isTitle(row, terms));
        if (title > 0) rows.unshift(...rows.splice(title, 1));
      }
      return {
        count: list.papers.length,
        all: list.all,
        direct: list.direct ? rows[0][0] : null,
        notes: list.notes,
        items: rows.map((row) => archive.resultOf(row, list.terms)),
      };
    }

    return { answer };
  }

  /* Every string that is one edit away from a word, over the letters a to z. */
  function misspellings(word) {
    const found = [];
    for (let at = 0; at <= word.length; at++) {
      const [before, after] = [word.slice(0, at), word.slice(at)];
      if (after) found.push(before + after.slice(1));
      if (after.length > 1) found.push(before + after[1] + after[0] + after.slice(2));
      for (const letter of "abcdefghijklmnopqrstuvwxyz") {
        found.push(before + letter + after);
        if (after) found.push(before + letter + after.slice(1));
      }
    }
    return found;
  }

  archive.openRanking = openRanking;
})(self.archive);
