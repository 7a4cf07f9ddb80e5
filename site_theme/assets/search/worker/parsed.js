// @ts-check
/* A text in lunr's own syntax: parsed, kept within what a browser can do, and, where it finds nothing, with its words as
   unfinished or misspelt. */

/** A clause as lunr's parser gives it. @typedef {lunr.Clause & { term: string }} ParsedClause */

const openParsed = (function () {
  const { words, termOf, analyse } = analysis;
  const { found } = clauses;
  const { PROHIBITED } = lunr.Query.presence;

  const MOST_PATTERNS = 8; // each is compared with all words there are
  const LONGEST_MISSPELT = 30; // characters of a word~1, as of one that may be a slip
  const NOTHING = "\uffff"; // a term that no paper has
  const MOST_EDITS = 2; // beyond, nearly every word is near every other, and lunr takes seconds to minutes
  const PATTERN_SHARDS = 32; // that *word or word~1 may download: what has few letters fits words in all of them

  /** @param {Engine} engine @param {Spelling} spelling */
  function openParsed(engine, { completions, corrections }) {
    /** Answers a text by a list, where it can be parsed; tells whether it could. @param {string} text @param {List} list */
    async function bySyntax(text, list) {
      const query = syntax.written(text);
      /** @type {ParsedClause[]} */
      let clauses;
      try {
        clauses = engine.parse(query);
      } catch (error) {
        if (!(error instanceof lunr.QueryParseError)) throw error;
        list.notes.push(syntax.explained(error, query, engine.fields));
        return false;
      }
      if (clauses.filter(isPattern).length > MOST_PATTERNS) {
        list.notes.push(`Only ${MOST_PATTERNS} words may have a * or a ~: searched for the plain words instead.`);
        return false;
      }
      for (const clause of clauses) limitEdits(clause, list);
      for (const clause of clauses.filter(isPattern)) await limitTerms(clause, list);
      if (!list.add(found(await engine.run(clauses))) || list.papers.length) return true;
      const plain = syntax.unnamed(text);
      if (!analyse(plain).length) list.notes.push(syntax.unsearchable(plain));
      else await byLikelyClauses(clauses, list);
      return true;
    }

    /** @param {ParsedClause} clause @param {List} list */
    function limitEdits(clause, list) {
      if (!clause.editDistance) return;
      if (clause.term.length > LONGEST_MISSPELT) {
        delete clause.editDistance;
        list.notes.push(`A word of more than ${LONGEST_MISSPELT} letters is searched for as it stands.`);
      } else if (clause.editDistance > MOST_EDITS) {
        clause.editDistance = MOST_EDITS;
        list.notes.push(`A word may differ by ${MOST_EDITS} letters at most: searched for ${clause.term}~${MOST_EDITS}.`);
      }
    }

    /** Gives a pattern the terms that it fits, where they are many or lunr would take too long to find them.
        @param {ParsedClause} clause @param {List} list */
    async function limitTerms(clause, list) {
      const { terms, count } = await engine.commonest(clause, PATTERN_SHARDS);
      if (terms.length === count && clause.editDistance) return;
      const written = clause.editDistance ? `${clause.term}~${clause.editDistance}` : clause.term;
      if (terms.length < count) {
        list.notes.push(`${written} fits ${count} words: searched for ${terms.length} of the commonest.`);
      }
      clause.terms = terms.length ? terms : [NOTHING];
      delete clause.editDistance;
    }

    /** Where a query in lunr's syntax finds nothing: with each word that no paper has as what it may become, or be.
        @param {ParsedClause[]} clauses @param {List} list */
    async function byLikelyClauses(clauses, list) {
      const last = clauses[clauses.length - 1];
      const likely = await Promise.all(clauses.map(async (clause) => {
        const [word, another] = words(clause.term.replace(/\*$/, ""));
        const isPlain = !("editDistance" in clause) && !/\*./.test(clause.term) && clause.presence !== PROHIBITED;
        if (!isPlain || !word || another) return clause;
        const isBeginning = clause.term.endsWith("*");
        const isLast = clause === last && isUnfinished(list.request.text, word);
        const longer = isBeginning || isLast ? (await completions(word)).flat() : [];
        if (isBeginning || longer.length) return { ...clause, terms: [termOf(word), ...longer] };
        if (await engine.frequency(termOf(word))) return clause;
        const terms = await corrections(word);
        if (!terms.length) return clause;
        list.corrected.push({ word, terms });
        return { ...clause, terms };
      }));
      list.add(found(await engine.run(likely)));
      if (clauses.some(({ term }) => term.includes("*"))) {
        list.notes.push("An * is compared with the stems of words: “transform” is that of “transformers”.");
      }
    }

    return bySyntax;
  }

  /** Must all words be looked through for a clause? Not for the beginning of one. @param {ParsedClause} clause */
  const isPattern = ({ term, editDistance }) => editDistance || term.startsWith("*") || /\*./.test(term);

  return openParsed;
})();
