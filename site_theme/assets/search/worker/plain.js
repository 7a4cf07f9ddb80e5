// @ts-check
/* Plain words, as most readers type them: steps 4 to 8 of ranking.js. */

const { namesMeant, openPlain } = (function () {
  const { words, termOf, analyse } = analysis;
  const { typedIn, overSmallWords, kept } = compounds;
  const { PAGE } = messages;
  const { required, clausesOf } = clauses;
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;

  const LONGEST_NAME = 5; // words
  const MANY = 100; // papers, more than anybody looks through
  const MOST_REQUIRED = 5; // words of which a paper must have all to come first
  const SHORT = 2; // words, at most, of a query that asks for more than the papers with just these
  const LOOKED_AT = 30; // papers, at most, that are looked at for a phrase: each may be a page to download

  /** @param {Engine} engine @param {Spelling} spelling @param {Index} index @param {Phrases} phrases */
  function openPlain(engine, { completions, corrections }, index, phrases) {
    /** Answers a text by a list of the papers with its words. @param {string} text @param {List} list */
    async function byWords(text, list) {
      const said = words(text).filter(termOf);
      const typed = [...new Set(said)];
      if (!typed.length) {
        list.notes.push(syntax.unsearchable(text));
        return;
      }
      const times = (/** @type {string} */ term) => said.filter((word) => termOf(word) === term).length;
      const asked = new Map(typed.map((word) => [termOf(word), { terms: [termOf(word)], boost: times(termOf(word)) }]));
      const quoted = phrasesIn(text);
      if (quoted.length && ((await byPhrase(quoted, asked, list)) || list.papers.length)) return;
      if (!(await byAuthor(text, [...asked.keys()], list))) return;
      if (asked.size > MOST_REQUIRED) await byManyWords(typed, asked, list);
      else await byFewWords(text, typed, asked, list);
    }

    /** @param {string} text @param {string[]} typed @param {Asked} asked @param {List} list */
    async function byFewWords(text, typed, asked, list) {
      /** @type {lunr.Clause[]} */
      const preferred = overSmallWords(text).map((term) => ({ terms: [term], presence: OPTIONAL }));
      const addAll = async (/** @type {Asked} */ alternatives) =>
        list.add(await list.best([...clausesOf(alternatives, REQUIRED), ...preferred]));
      const whole = await byAllWords(text, typed, asked, list, addAll);
      if (!whole) return;
      list.all = list.papers.length;
      if (!list.all || (list.all < PAGE && typed.length <= SHORT)) {
        if ((await correct(whole, asked, list)) && !(await addAll(asked))) return;
      }
      list.alike = list.all && list.papers.length - list.all;
      list.typed = list.all > 0 || !list.papers.length;
      if (!list.papers.length && !(await byRespelling(typed, list))) return;
      if (!list.all) list.all = list.papers.length;
      if (asked.size > 1) await bySome(whole, asked, list);
    }

    /** Adds the papers that have all words: as names, as words, then with the last as the beginning of one. Gives the
        words that are whole, or null where no more is asked for.
        @param {string} text @param {string[]} typed @param {Asked} asked @param {List} list
        @param {(alternatives: Asked) => Promise<boolean>} addAll */
    async function byAllWords(text, typed, asked, list, addAll) {
      const named = await withNames(text, asked);
      if (named && !(await addAll(named))) return null;
      if ((!named || list.papers.length < PAGE) && !(await addAll(asked))) return null;
      const last = typed[typed.length - 1];
      const longer = list.papers.length < PAGE && isUnfinished(list.request.text, last) ? await completions(last) : [];
      const unfinished = { ...wordOf(last, asked) };
      for (const more of longer) {
        unfinished.terms = [...unfinished.terms, ...more];
        if (!(await addAll(new Map(asked).set(termOf(last), unfinished)))) return null;
        if (list.papers.length >= PAGE) break;
      }
      return longer.length ? typed.slice(0, -1) : typed;
    }

    /** Of many words hardly any paper has all, and those that have are not the best: none is required.
        @param {string[]} typed @param {Asked} asked @param {List} list */
    async function byManyWords(typed, asked, list) {
      const last = typed[typed.length - 1];
      const known = await Promise.all(typed.map((word) => engine.frequency(termOf(word))));
      const unknown = typed.filter((_, at) => !known[at]);
      if (unknown.includes(last) && isUnfinished(list.request.text, last)) {
        wordOf(last, asked).terms.push(...(await completions(last)).flat());
      }
      const { terms } = wordOf(last, asked);
      await correct(terms.length > 1 ? unknown.filter((word) => word !== last) : unknown, asked, list);
      list.most = mostWords(await engine.tally(clausesOf(asked, OPTIONAL), list.passes));
      await bySome(typed, asked, list);
    }

    /** Adds those of the likeliest papers that have the quoted words as they stand; tells whether that is no more asked.
        @param {string[][]} quoted @param {Asked} asked @param {List} list */
    async function byPhrase(quoted, asked, list) {
      const { papers, words } = await list.best(clausesOf(asked, REQUIRED), LOOKED_AT);
      const likely = papers.slice(0, LOOKED_AT);
      const having = await Promise.all(likely.map((paper) => phrases.has(paper, quoted)));
      const isSuperseded = !list.add({ papers: likely.filter((_, at) => having[at]), words });
      list.all = list.papers.length;
      const said = quoted.map((phrase) => `“${phrase.join(" ")}”`).join(" and ");
      if (papers.length > LOOKED_AT) list.notes.push(`${said}: looked for in the ${LOOKED_AT} likeliest of ${numbers.grouped(papers.length)} papers with all the words.`);
      if (!list.papers.length) list.notes.push(`Not found as it stands: ${said}. Searched for the plain words instead.`);
      return isSuperseded;
    }

    /** The words that are asked, with what they name in the place of its parts and of stems: GPT-5 and not "gpt" and "5",
        AIME and not "aim". Null where the index knows none of it.
        @param {string} text @param {Asked} asked @returns {Promise<Asked | null>} */
    async function withNames(text, asked) {
      const known = await Promise.all(typedIn(text).map(async (name) => ({ name, papers: await engine.frequency(name.term) })));
      const joined = longest(known.filter(({ papers }) => papers).map(({ name }) => name));
      const parts = new Set(joined.flatMap(({ start, end }) => analyse(text.slice(start, end))));
      const alone = words(text).filter((word) => !parts.has(termOf(word)) && kept(word));
      const having = await Promise.all(alone.map((word) => engine.frequency(kept(word))));
      const names = alone.filter((_, at) => having[at]);
      const named = new Map([...asked].filter(([term]) => !parts.has(term)));
      for (const { term } of joined) named.set(term, { terms: [term], boost: 1 });
      for (const word of names) named.set(termOf(word), { ...wordOf(word, asked), terms: [kept(word)] });
      return joined.length || names.length ? named : null;
    }

    /** Adds the papers with some of the words, and tells which of the whole words no paper has.
        @param {string[]} whole @param {Asked} asked @param {List} list */
    async function bySome(whole, asked, list) {
      const papers = await Promise.all(whole.map((word) => engine.frequency(termOf(word))));
      const missing = whole.filter((word, at) => !papers[at] && wordOf(word, asked).terms.length === 1);
      list.add(await list.best(clausesOf(asked, OPTIONAL)));
      if (!missing.length || !list.papers.length) return;
      const named = missing.slice(0, MOST_NAMED).map((word) => `“${word}”`).join(" or ");
      list.notes.push(`No paper has ${named}${missing.length > MOST_NAMED ? ", and others of these words" : ""}.`);
    }

    /** Adds the papers of an author, where the words are somebody's whole name; tells whether more is asked for.
        @param {string} text @param {string[]} terms @param {List} list */
    async function byAuthor(text, terms, list) {
      const name = words(text);
      if (name.length < 2 || name.length > LONGEST_NAME || !(await engine.areTogether(terms, "authors"))) return true;
      const [likelier, other] = namesMeant(text);
      let papers = await index.papersNamed("authors", likelier);
      if (!papers.length) papers = await index.papersNamed("authors", other);
      const isCurrent = list.add({ papers: papers.reverse(), words: terms.map((term) => [term]) });
      if (list.papers.length) list.notes.push(`First the papers of “${text}”.`);
      return isCurrent;
    }

    /** @param {string[]} typed @param {List} list */
    async function byRespelling(typed, list) {
      for (const respelt of respellings(typed)) {
        const terms = respelt.map(termOf).filter(Boolean);
        if (!list.add(await list.best(required(terms)))) return false;
        if (list.papers.length) {
          list.notes.push(`No paper has “${typed.join(" ")}”: showing “${respelt.join(" ")}”.`);
          break;
        }
      }
      return true;
    }

    /** Gives the words that hardly any paper has what they may be slips of; tells whether there is any such.
        @param {string[]} typed @param {Asked} asked @param {List} list */
    async function correct(typed, asked, list) {
      const found = await Promise.all(typed.map(async (word) => ({ word, terms: await corrections(word) })));
      const corrected = found.filter(({ terms }) => terms.length);
      for (const { word, terms } of corrected) wordOf(word, asked).terms.push(...terms);
      list.corrected.push(...corrected);
      return corrected.length > 0;
    }

    return byWords;
  }

  /** Whom a name may mean, the likelier first: where a comma stands, the family comes before it; elsewhere it may.
      @param {string} text @returns {[string, string]} */
  function namesMeant(text) {
    const [family, given] = text.split(",");
    if (given) return [`${given.trim()} ${family}`, text];
    const [first, ...rest] = words(text);
    return [text, [...rest, first].join(" ")];
  }

  /** What is asked for a word that was typed. @param {string} word @param {Asked} asked */
  const wordOf = (word, asked) => /** @type {AskedWord} */ (asked.get(termOf(word)));

  /** Of a tally by how many words: the fewest words, from half of them on, that hardly more papers have than one looks
      through. @param {number[]} tallied */
  function mostWords(tallied) {
    const of = tallied.length - 1;
    const having = (/** @type {number} */ words) => tallied.slice(words).reduce((sum, papers) => sum + papers, 0);
    const known = Array.from({ length: of }, (_, at) => at + 1).filter((words) => tallied[words]);
    const half = Math.ceil(of / 2);
    const words = known.find((words) => words >= half && having(words) <= MANY) ?? known[known.length - 1] ?? 0;
    return { words, of, papers: having(words) };
  }

  /** Of names the longest, where some overlap. @param {Span[]} names */
  function longest(names) {
    /** @type {Span[]} */
    const chosen = [];
    for (const name of names.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (chosen.every(({ start, end }) => name.start >= end || name.end <= start)) chosen.push(name);
    }
    return chosen;
  }

  return { namesMeant, openPlain };
})();
