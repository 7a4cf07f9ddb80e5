/* What readers get for what they type: a sequence of engine queries, in one list.

   1. An arXiv identifier, in any spelling, is the paper itself.
   2. A whole name, as links to authors give it (authors:Ada_Lovelace), is the papers with just this name, the newest
      first, then others with all of its words in that field.
   3. lunr's own syntax, where the text uses it and is no paper's title, is lunr's own list. Where that is empty, its
      words are taken as unfinished or misspelt.
   4. Otherwise the words: papers of an author whose whole name they are, then papers with all of them. A word said
      twice counts twice. Names in them come first as names: GPT-5, AIME; where these fill no page, then their parts
      and stems. Of words in quotes, only the papers that have them as they stand, where any has.
   5. Where there is less than a page: papers with all words, where the last is the beginning of one: of the commonest
      such word, then of any. A blank or a point after it says that it is whole.
   6. Where that finds nothing, or little for a word or two: papers with what a word that no paper has, or hardly any,
      may be a slip of.
   7. Where that finds nothing either: papers with the same letters, spaced otherwise.
   8. Then papers with some of the words. With more than five words this comes at once: none has to have them all.
   A paper stands where it is found first. */
"use strict";

(function (archive) {
  const { syntax } = archive;
  const { words, termOf, analyse } = archive.analysis;
  const { typedIn, overSmallWords, kept } = archive.compounds;
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;

  const PAGE = 10;
  const SHORTEST_TITLE = 3; // words, for a text in lunr's syntax to be looked for as a title
  const LIKELIEST = 3; // papers that are looked at for it
  const LONGEST_NAME = 5; // words
  const MANY = 100; // papers, more than anybody looks through
  const MOST_REQUIRED = 5; // words of which a paper must have all to come first
  const SHORT = 2; // words, at most, of a query that asks for more than the papers with just these
  const MOST_NAMED = 3; // words that a note lists
  const LONGEST_QUERY = 1000; // characters, as of a title; what is longer was pasted
  const MOST_PATTERNS = 8; // each is compared with all words there are
  const LONGEST_MISSPELT = 30; // characters of a word~1, as of one that may be a slip
  const NOTHING = "\uffff"; // a term that no paper has
  const MOST_EDITS = 2; // beyond, nearly every word is near every other, and lunr takes seconds to minutes
  const PATTERN_SHARDS = 32; // that *word or word~1 may download: what has few letters fits words in all of them
  const LOOKED_AT = 30; // papers, at most, that are looked at for a phrase: each may be a page to download

  function openRanking(engine, vocabulary, index, facts, phrases) {
    const { completions, corrections } = archive.openSpelling(engine, vocabulary);

    /* The answer to a request: {
         count, how many papers there are to page through;
         all, how many of them have all the words, the first of the list, or null where that does not apply;
         named, whether these have a whole name, and the rest of the list all of its words;
         more, how many papers have only some of the words, or words like them: the rest of the list, unless the request
           asks to fold away what is not on the first page;
         most, where none has to have all words: {papers, words, of}, how many papers have at least so many of the words;
         alike, how many of these have words like those typed;
         parts, where nothing was found: [word, papers] of words that papers have;
         typed, whether any was found for the words as typed;
         direct, the address of the one paper that was meant, or null;
         notes, sentences for the reader;
         items, the results from offset on, as texts.js makes them }. */
    async function answer(asked, isCurrent) {
      const { list, request, text } = await find(asked, isCurrent);
      return isCurrent() && shown(list, request, text);
    }

    /* The papers that a search divides: those with a whole name, or with all the words, or else all; in no order. */
    async function matches(asked) {
      const { list } = await find({ ...asked, offset: 0, limit: 0 }, () => true);
      return list.papers.slice(0, list.all ?? list.papers.length);
    }

    async function find(asked, isCurrent) {
      const typed = asked.text.trimStart();
      const [topic, author] = [asked.topic, asked.author].map((name) => name?.slice(0, LONGEST_QUERY));
      const request = { ...asked, text: typed.slice(0, LONGEST_QUERY), topic, author };
      const [passes, compare] = await Promise.all([facts.filter(request), facts.order(request.order)]);
      const list = {
        papers: [], seen: new Set(), found: [], passes, all: null, most: null, alike: 0, named: false, parts: [], direct: false, notes: [],
        corrected: [], typed: true,
      };
      if (typed.trimEnd().length > LONGEST_QUERY) {
        list.notes.push(`Only the first ${LONGEST_QUERY} characters of this were searched for.`);
      }
      const fits = (paper) => !list.seen.has(paper) && passes(paper);
      const add = ({ papers, words }) => {
        const fresh = papers.filter(fits);
        for (const paper of fresh) list.seen.add(paper);
        list.papers.push(...(compare ? fresh.sort(compare) : fresh));
        list.found.push({ end: list.papers.length, words });
        return isCurrent();
      };
      // No more than is shown needs an order.
      const best = (clauses, most = compare ? 0 : Math.max(0, request.offset + request.limit - list.papers.length)) =>
        engine.best(clauses, most, fits);

      const text = request.text.trim();
      const identifier = archive.identifierIn(text);
      const name = syntax.wholeName(text);
      if (!text) browse(list, passes, compare);
      else if (identifier) await byIdentifier(identifier, list, add);
      else if (name) await byName(name, request, list, add, best);
      else if (!(syntax.usesSyntax(text) && !(await isTitle(text)) && (await bySyntax(text, request, list, add)))) {
        await byWords(text, request, list, add, best);
      }
      if (!list.papers.length && text && !identifier && isCurrent()) await explain(text, asked, list);
      return { list, request, text };
    }

    function browse(list, passes, compare) {
      const newest = (a, b) => b - a;
      list.papers = Array.from({ length: engine.papers }, (_, paper) => paper).filter(passes).sort(compare || newest);
    }

    async function byIdentifier(identifier, list, add) {
      const known = found(await engine.run(required(analyse(identifier), ["arxiv"])));
      add(known);
      list.direct = list.papers.length === 1;
      if (list.papers.length) return;
      const where = known.papers.length ? "outside these filters" : "not in this archive";
      list.notes.push(`arXiv:${identifier} is ${where}.`);
    }

    async function byName({ field, name }, request, list, add, best) {
      const typed = words(name);
      // Initials say little, and sources differ in giving them.
      const long = typed.filter((word) => word.length > 1);
      const terms = (long.length ? long : typed).map(termOf).filter(Boolean);
      const papers = await index.papersNamed(field, name);
      const isKnown = papers.length > 0;
      add({ papers: papers.reverse(), words: terms.map((term) => [term]) });
      const whole = list.papers.length;
      if (whole) Object.assign(list, { all: whole, named: true });
      if (whole && field === "authors") list.notes.push(`“${name}” is a name, not a person: several people may share it.`);
      add(found(await engine.run(required(terms, [field]))));
      if (!list.papers.length && !isKnown) {
        list.notes.push(`No paper has “${name}” among its ${field}: searched for these words everywhere.`);
        await byWords(name, request, list, add, best);
        return;
      }
      if (list.papers.length === whole) return;
      const first = whole
        ? `First the papers with “${name}” among their ${field}; then others`
        : isKnown
          ? `The papers with “${name}” among their ${field} are outside these filters: showing those`
          : `No paper has just “${name}” among its ${field}: showing those`;
      list.notes.push(`${first} with all of these words there.`);
    }

    /* Is a text the title of a paper? Some titles look like lunr's syntax. */
    async function isTitle(text) {
      const terms = analyse(text);
      if (terms.length < SHORTEST_TITLE) return false;
      const { papers } = await engine.best(required([...new Set(terms)]), LIKELIEST, () => true);
      const rows = await Promise.all(papers.slice(0, LIKELIEST).map(index.texts));
      return rows.some((row) => archive.isTitle(row, terms));
    }

    async function bySyntax(text, request, list, add) {
      const query = syntax.written(text);
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
      if (!add(found(await engine.run(clauses))) || list.papers.length) return true;
      const plain = syntax.unnamed(text);
      if (!analyse(plain).length) list.notes.push(unsearchable(plain));
      else await byLikelyClauses(clauses, request, list, add);
      return true;
    }

    function limitEdits(clause, list) {
      if (clause.editDistance && clause.term.length > LONGEST_MISSPELT) {
        delete clause.editDistance;
        list.notes.push(`A word of more than ${LONGEST_MISSPELT} letters is searched for as it stands.`);
      } else if (clause.editDistance > MOST_EDITS) {
        clause.editDistance = MOST_EDITS;
        list.notes.push(`A word may differ by ${MOST_EDITS} letters at most: searched for ${clause.term}~${MOST_EDITS}.`);
      }
    }

    /* Gives a pattern the terms that it fits, where they are many or lunr would take too long to find them. */
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

    /* Where a query in lunr's syntax finds nothing: with each word that no paper has as what it may become, or be. */
    async function byLikelyClauses(clauses, request, list, add) {
      const last = clauses[clauses.length - 1];
      const likely = await Promise.all(clauses.map(async (clause) => {
        const [word, another] = words(clause.term.replace(/\*$/, ""));
        const isPlain = !("editDistance" in clause) && !/\*./.test(clause.term) && clause.presence !== PROHIBITED;
        if (!isPlain || !word || another) return clause;
        const isBeginning = clause.term.endsWith("*");
        const isLast = clause === last && isUnfinished(request.text, word);
        const longer = isBeginning || isLast ? (await completions(word)).flat() : [];
        if (isBeginning || longer.length) return { ...clause, terms: [termOf(word), ...longer] };
        if (await engine.frequency(termOf(word))) return clause;
        const terms = await corrections(word);
        if (!terms.length) return clause;
        list.corrected.push({ word, terms });
        return { ...clause, terms };
      }));
      add(found(await engine.run(likely)));
      if (clauses.some(({ term }) => term.includes("*"))) {
        list.notes.push("An * is compared with the stems of words: “transform” is that of “transformers”.");
      }
    }

    async function byWords(text, request, list, add, best) {
      const said = words(text).filter(termOf);
      const typed = [...new Set(said)];
      if (!typed.length) {
        list.notes.push(unsearchable(text));
        return;
      }
      const times = (term) => said.filter((word) => termOf(word) === term).length;
      const asked = new Map(typed.map((word) => [termOf(word), { terms: [termOf(word)], boost: times(termOf(word)) }]));
      const preferred = overSmallWords(text).map((term) => ({ terms: [term], presence: OPTIONAL }));
      const withAll = (alternatives) => best([...clausesOf(alternatives, REQUIRED), ...preferred]);

      const quoted = archive.phrasesIn(text);
      if (quoted.length && ((await byPhrase(quoted, asked, list, add, best)) || list.papers.length)) return;
      if (!(await byAuthor(text, [...asked.keys()], list, add))) return;
      if (asked.size > MOST_REQUIRED) {
        await byManyWords(typed, asked, request, list, add, best);
        return;
      }
      const named = await withNames(text, asked);
      if (named && !add(await withAll(named))) return;
      if ((!named || list.papers.length < PAGE) && !add(await withAll(asked))) return;
      const last = typed[typed.length - 1];
      const longer = list.papers.length < PAGE && isUnfinished(request.text, last) ? await completions(last) : [];
      const unfinished = { ...asked.get(termOf(last)) };
      for (const more of longer) {
        unfinished.terms = [...unfinished.terms, ...more];
        if (!add(await withAll(new Map(asked).set(termOf(last), unfinished)))) return;
        if (list.papers.length >= PAGE) break;
      }
      list.all = list.papers.length;
      const whole = longer.length ? typed.slice(0, -1) : typed;
      if (!list.all || (list.all < PAGE && typed.length <= SHORT)) {
        if ((await correct(whole, asked, list)) && !add(await withAll(asked))) return;
      }
      list.alike = list.all && list.papers.length - list.all;
      list.typed = list.all > 0 || !list.papers.length;
      if (!list.papers.length && !(await byRespelling(typed, list, add, best))) return;
      if (!list.all) list.all = list.papers.length;
      if (asked.size > 1) await bySome(whole, asked, list, add, best);
    }

    /* Of many words hardly any paper has all, and those that have are not the best: none is required. */
    async function byManyWords(typed, asked, request, list, add, best) {
      const last = typed[typed.length - 1];
      const known = await Promise.all(typed.map((word) => engine.frequency(termOf(word))));
      const unknown = typed.filter((_, at) => !known[at]);
      if (unknown.includes(last) && isUnfinished(request.text, last)) {
        asked.get(termOf(last)).terms.push(...(await completions(last)).flat());
      }
      const { terms } = asked.get(termOf(last));
      await correct(terms.length > 1 ? unknown.filter((word) => word !== last) : unknown, asked, list);
      list.most = mostWords(await engine.tally(clausesOf(asked, OPTIONAL), list.passes));
      await bySome(typed, asked, list, add, best);
    }

    /* Adds those of the likeliest papers that have the quoted words as they stand; tells whether that is no more asked. */
    async function byPhrase(quoted, asked, list, add, best) {
      const { papers, words } = await best(clausesOf(asked, REQUIRED), LOOKED_AT);
      const likely = papers.slice(0, LOOKED_AT);
      const having = await Promise.all(likely.map((paper) => phrases.has(paper, quoted)));
      const isSuperseded = !add({ papers: likely.filter((_, at) => having[at]), words });
      list.all = list.papers.length;
      const said = quoted.map((phrase) => `“${phrase.join(" ")}”`).join(" and ");
      if (papers.length > LOOKED_AT) list.notes.push(`${said}: looked for in the ${LOOKED_AT} likeliest of ${papers.length} papers with all the words.`);
      if (!list.papers.length) list.notes.push(`Not found as it stands: ${said}. Searched for the plain words instead.`);
      return isSuperseded;
    }

    /* Says of a search that finds nothing what was tried, and which parts of it find something. */
    async function explain(text, asked, list) {
      const typed = [...new Set(words(syntax.unnamed(text)))].filter(termOf);
      if (!typed.length) return;
      const papers = await Promise.all(typed.map((word) => engine.frequency(termOf(word))));
      list.parts = typed.map((word, at) => [word, papers[at]]).filter(([, papers]) => papers).slice(0, MOST_NAMED);
      const known = list.parts.map(([word, papers]) => `“${word}” (${papers})`);
      const unknown = typed.filter((_, at) => !papers[at]).slice(0, MOST_NAMED).map((word) => `“${word}”`);
      if (unknown.length) list.notes.push(`No paper has ${unknown.join(" or ")}, a word like it, or its letters with other spaces.`);
      if (known.length) list.notes.push(`Words that papers of this archive have: ${known.join(", ")}.`);
      if (!(asked.from || asked.to || asked.code || asked.topic || asked.author)) return;
      const { count: listed, all, most } = await answer({ text, offset: 0, limit: 0 }, () => true);
      const count = all || most?.papers || listed;
      list.notes.push(count ? `Without the filters: ${count} ${count === 1 ? "paper" : "papers"}.` : "Nor is there any without the filters.");
    }

    /* The words that are asked, with what they name in the place of its parts and of stems: GPT-5 and not "gpt" and "5",
       AIME and not "aim". Null where the index knows none of it. */
    async function withNames(text, asked) {
      const known = await Promise.all(typedIn(text).map(async (name) => ({ name, papers: await engine.frequency(name.term) })));
      const joined = longest(known.filter(({ papers }) => papers).map(({ name }) => name));
      const parts = new Set(joined.flatMap(({ start, end }) => analyse(text.slice(start, end))));
      const alone = words(text).filter((word) => !parts.has(termOf(word)) && kept(word));
      const names = await Promise.all(alone.map(async (word) => (await engine.frequency(kept(word))) && word));
      const named = new Map([...asked].filter(([term]) => !parts.has(term)));
      for (const { term } of joined) named.set(term, { terms: [term], boost: 1 });
      for (const word of names.filter(Boolean)) named.set(termOf(word), { ...asked.get(termOf(word)), terms: [kept(word)] });
      return joined.length || names.some(Boolean) ? named : null;
    }

    /* Adds the papers with some of the words, and tells which of the whole words no paper has. */
    async function bySome(whole, asked, list, add, best) {
      const papers = await Promise.all(whole.map((word) => engine.frequency(termOf(word))));
      const missing = whole.filter((word, at) => !papers[at] && asked.get(termOf(word)).terms.length === 1);
      add(await best(clausesOf(asked, OPTIONAL)));
      if (!missing.length || !list.papers.length) return;
      const named = missing.slice(0, MOST_NAMED).map((word) => `“${word}”`).join(" or ");
      list.notes.push(`No paper has ${named}${missing.length > MOST_NAMED ? ", and others of these words" : ""}.`);
    }

    /* Adds the papers of an author, where the words are somebody's whole name. */
    async function byAuthor(text, terms, list, add) {
      const name = words(text);
      if (name.length < 2 || name.length > LONGEST_NAME || !(await engine.areTogether(terms, "authors"))) return true;
      const [family, given] = text.split(",");
      const turned = given ? `${given} ${family}` : [...name.slice(1), name[0]].join(" ");
      let papers = await index.papersNamed("authors", text);
      if (!papers.length) papers = await index.papersNamed("authors", turned);
      const isCurrent = add({ papers: papers.reverse(), words: terms.map((term) => [term]) });
      if (list.papers.length) list.notes.push(`First the papers of “${text}”.`);
      return isCurrent;
    }

    async function byRespelling(typed, list, add, best) {
      for (const respelt of archive.respellings(typed)) {
        const terms = respelt.map(termOf).filter(Boolean);
        if (!add(await best(required(terms)))) return false;
        if (list.papers.length) {
          list.notes.push(`No paper has “${typed.join(" ")}”: showing “${respelt.join(" ")}”.`);
          break;
        }
      }
      return true;
    }

    /* Gives the words that hardly any paper has what they may be slips of; tells whether there is any such. */
    async function correct(typed, asked, list) {
      const found = await Promise.all(typed.map(async (word) => ({ word, terms: await corrections(word) })));
      const corrected = found.filter(({ terms }) => terms.length);
      for (const { word, terms } of corrected) asked.get(termOf(word)).terms.push(...terms);
      list.corrected.push(...corrected);
      return corrected.length > 0;
    }

    /* The results from the request's offset on; by relevance, a title that is the query itself is moved to the front. */
    async function shown(list, request, text) {
      const more = list.all === null ? 0 : list.papers.length - list.all;
      const total = list.papers.length;
      const count = request.fold && list.all !== null ? Math.min(total, Math.max(list.all, PAGE)) : total;
      const page = list.papers.slice(request.offset, Math.min(request.offset + request.limit, count));
      const typed = request.offset === 0 && !request.order ? analyse(text) : [];
      const said = words(text);
      const last = said[said.length - 1];
      const unfinished = last && (/\*$/.test(text) || isUnfinished(request.text, last)) ? last : null;
      // Each is made ready while others are still on their way.
      const results = await Promise.all(page.map(async (paper, at) => {
        const row = await index.texts(paper);
        const { words: found } = list.found.find(({ end }) => request.offset + at < end) ?? { words: [] };
        return { row, item: archive.resultOf(row, found, said, unfinished), isTitle: typed.length > 0 && archive.isTitle(row, typed) };
      }));
      const title = results.findIndex(({ isTitle }) => isTitle);
      if (title > 0) results.unshift(...results.splice(title, 1));
      const items = results.map(({ item }) => item);
      const rows = results.map(({ row }) => row);
      return {
        count,
        all: list.all,
        more,
        most: list.most,
        alike: list.alike,
        named: list.named,
        parts: list.parts,
        typed: list.typed,
        direct: (list.direct && items[0]?.address) || null,
        notes: [...list.notes, ...(await Promise.all(list.corrected.map((one) => told(one, rows))))],
        items,
      };
    }

    /* What a word was taken for. Of the terms only the stems are known: the words are those that the results show. */
    async function told({ word, terms }, rows) {
      const unlike = (other) => Math.abs(other.length - word.length);
      const seen = rows.flatMap((row) => archive.wordsOf(row)).sort((a, b) => unlike(a) - unlike(b));
      const shown = terms.map((term) => seen.find((other) => termOf(other) === term)).filter(Boolean);
      const as = shown.length ? shown.map((other) => `“${other}”`).join(" or ") : "similar words";
      const papers = await engine.frequency(termOf(word));
      return papers ? `Few papers have “${word}”: also showing ${as}.` : `No paper has “${word}”: showing ${as}.`;
    }

    return { answer, matches };
  }

  /* Must all words be looked through for a clause? Not for the beginning of one. */
  const isPattern = ({ term, editDistance }) => editDistance || term.startsWith("*") || /\*./.test(term);

  const clausesOf = (asked, presence) => [...asked.values()].map((word) => ({ ...word, presence }));
  const required = (terms, fields) => terms.map((term) => ({ terms: [term], presence: REQUIRED, ...(fields && { fields }) }));

  /* May a text's last word go on? Not where a blank or a point ends it, nor where it is one letter, which says nothing. */
  function isUnfinished(text, last) {
    return /[A-Za-z0-9\u0080-\uffff]$/.test(text) && !/^[a-z0-9]$/.test(last);
  }

  function unsearchable(text) {
    return words(text).length
      ? "Only words too common to be searched. Please add one that is not."
      : "There is no word in this to search for.";
  }

  /* Of a tally by how many words: the fewest words, from half of them on, that hardly more papers have than one looks through. */
  function mostWords(tallied) {
    const of = tallied.length - 1;
    const having = (words) => tallied.slice(words).reduce((sum, papers) => sum + papers, 0);
    const known = Array.from({ length: of }, (_, at) => at + 1).filter((words) => tallied[words]);
    const half = Math.ceil(of / 2);
    const words = known.find((words) => words >= half && having(words) <= MANY) ?? known[known.length - 1] ?? 0;
    return { words, of, papers: having(words) };
  }

  /* Of names the longest, where some overlap. */
  function longest(names) {
    const chosen = [];
    for (const name of names.sort((a, b) => b.end - b.start - (a.end - a.start))) {
      if (chosen.every(({ start, end }) => name.start >= end || name.end <= start)) chosen.push(name);
    }
    return chosen;
  }

  /* The papers of lunr's results, and their terms, of which each has some. */
  function found(results) {
    return {
      papers: results.map(({ ref }) => Number(ref)),
      words: [[...new Set(results.flatMap(({ matchData }) => Object.keys(matchData.metadata)))]],
    };
  }

  archive.openRanking = openRanking;
})(self.archive);
