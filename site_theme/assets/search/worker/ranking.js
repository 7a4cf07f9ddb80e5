/* What readers get for what they type: a sequence of engine queries, in one list.

   1. An arXiv identifier, in any spelling, is the paper itself.
   2. lunr's own syntax, where the text uses it, is lunr's own list.
   3. Otherwise papers with all words; while typing, with the last word as the beginning of one.
   4. Where that finds fewer than FEW: papers with all words, where unknown or rare words may be misspelt.
   5. Where that finds less than a page: papers with some of the words.
   A paper stands where it is found first. */
"use strict";

(function (archive) {
  const { words, termOf, analyse } = archive.analysis;
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;

  const FEW = 3;
  const PAGE = 10;
  const SHORTEST_MISSPELT = 4;
  const MOST_CORRECTIONS = 3;
  const RARE = 1;
  const PREFIX_SHARDS = 3;
  const SHORTEST_STEM = 4;
  const LONGEST_SUFFIX = 6;
  const SEEN_OFTEN = 3;

  const SYNTAX = new RegExp([
    "(?:^|\\s)[+-](?=[\\p{L}\\p{N}])", // +required -prohibited
    "(?:^|[\\s+-])\\p{L}+:(?=\\S)", // field:word
    "[\\p{L}\\p{N}]\\*|\\*[\\p{L}\\p{N}]", // wild*
    "[\\p{L}\\p{N}](?:~|\\^)[0-9]*(?=\\s|$)", // fuzzy~1, boost^2
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
      const terms = [...new Set(typed.map(termOf))];
      if (!terms.length) {
        list.notes.push("These words are in nearly every paper. Please add one that is not.");
        return;
      }
      const alternatives = new Map(terms.map((term) => [term, [term]]));
      const clauses = (presence) => [...alternatives.values()].map((any) => ({ terms: any, presence }));

      if (!add(await engine.run(clauses(REQUIRED)))) return;
      const last = typed[typed.length - 1];
      if (request.typing && !/\s$/.test(request.text)) {
        const more = await completed(last);
        if (more.length) {
          const exactly = alternatives.get(termOf(last));
          alternatives.set(termOf(last), [...exactly, ...more]);
          if (!add(await engine.run(clauses(REQUIRED)))) return;
        }
      }
      if (list.papers.length < FEW) {
        let corrected = false;
        for (const word of typed) corrected = (await correct(word, alternatives, list)) || corrected;
        if (corrected && !add(await engine.run(clauses(REQUIRED)))) return;
      }
      list.all = list.papers.length;
      if (list.papers.length < PAGE && terms.length > 1) add(await engine.run(clauses(OPTIONAL)));
    }

    /* The terms that a word which is still being typed may become: those that begin with it, and the stem it grows
       out of, as "contrasti" is on its way from "contrast" to the same term. */
    async function completed(word) {
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_SUFFIX);
      const longer = await engine.completions(word, PREFIX_SHARDS);
      for (let length = word.length - 1; length >= shortest; length--) {
        const stem = word.slice(0, length);
        if ((await engine.frequency(stem)) >= SEEN_OFTEN) return [...longer, stem];
      }
      return longer;
    }

    /* Adds to the alternatives of an unknown or rare word the commonest terms that it may be a misspelling of. */
    async function correct(word, alternatives, list) {
      const term = termOf(word);
      if (word.length < SHORTEST_MISSPELT || /[0-9]/.test(word)) return false;
      if ((await vocabulary.rarity(term)) > RARE) return false;
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
      alternatives.get(term).push(...best.map(({ near }) => near));
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
  archive.usesSyntax = (text) => SYNTAX.test(text);
})(self.archive);
