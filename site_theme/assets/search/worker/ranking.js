// @ts-check
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
   A paper stands where it is found first. Step 3 is in parsed.js, steps 4 to 8 are in plain.js. */

const openRanking = (function () {
  const { words, termOf, analyse } = analysis;
  const { required, found } = clauses;

  const SHORTEST_TITLE = 3; // words, for a text in lunr's syntax to be looked for as a title
  const LIKELIEST = 3; // papers that are looked at for it
  const LONGEST_QUERY = 1000; // characters, as of a title; what is longer was pasted

  /** @param {Engine} engine @param {Vocabulary} vocabulary @param {Index} index
      @param {ReturnType<typeof openFacts>} facts @param {Phrases} phrases */
  return function openRanking(engine, vocabulary, index, facts, phrases) {
    const spelling = openSpelling(engine, vocabulary);
    const bySyntax = openParsed(engine, spelling);
    const byWords = openPlain(engine, spelling, index, phrases);
    const answerOf = openAnswers(engine, index);
    const explain = openNothing(engine, (request) => find(request, () => true));

    /** The answer to a request; false where it is no longer asked for.
        @param {SearchRequest} asked @param {() => boolean} isCurrent */
    async function answer(asked, isCurrent) {
      const list = await find(asked, isCurrent);
      const { text } = list.request;
      if (!list.papers.length && !identifierIn(text.trim()) && isCurrent()) await explain(text.trim(), asked, list);
      return isCurrent() && answerOf(list);
    }

    /** The papers that a search divides: those with a whole name, or with all the words, or else all; in no order.
        @param {SearchRequest} asked */
    async function matches(asked) {
      const { papers, all } = await find({ ...asked, offset: 0, limit: 0 }, () => true);
      return papers.slice(0, all ?? papers.length);
    }

    /** @param {SearchRequest} asked @param {() => boolean} isCurrent */
    async function find(asked, isCurrent) {
      const typed = asked.text.trimStart();
      const [topic, author] = [asked.topic, asked.author].map((name) => name?.slice(0, LONGEST_QUERY));
      const request = { ...asked, text: typed.slice(0, LONGEST_QUERY), topic, author };
      const [passes, compare] = await Promise.all([facts.filter(request), facts.order(request.order)]);
      const list = openList(engine, request, passes, compare, isCurrent);
      if (typed.trimEnd().length > LONGEST_QUERY) {
        list.notes.push(`Only the first ${LONGEST_QUERY} characters of this were searched for.`);
      }
      const text = request.text.trim();
      const identifier = identifierIn(text);
      const name = syntax.wholeName(text);
      if (!text) browse(list);
      else if (identifier) await byIdentifier(identifier, list);
      else if (name) await byName(name, list);
      else if (!(syntax.usesSyntax(text) && !(await isSomeTitle(text)) && (await bySyntax(text, list)))) {
        await byWords(text, list);
      }
      return list;
    }

    /** @param {List} list */
    function browse(list) {
      const newestFirst = Array.from({ length: engine.papers }, (_, before) => engine.papers - 1 - before);
      list.add({ papers: newestFirst, words: [] });
    }

    /** @param {string} identifier @param {List} list */
    async function byIdentifier(identifier, list) {
      const known = found(await engine.run(required(analyse(identifier), ["arxiv"])));
      list.add(known);
      list.direct = list.papers.length === 1;
      if (list.papers.length) return;
      const where = known.papers.length ? "outside these filters" : "not in this archive";
      list.notes.push(`arXiv:${identifier} is ${where}.`);
    }

    /** @param {WholeName} whole @param {List} list */
    async function byName({ field, name }, list) {
      const typed = words(name);
      // Initials say little, and sources differ in giving them.
      const long = typed.filter((word) => word.length > 1);
      const terms = (long.length ? long : typed).map(termOf).filter(Boolean);
      const papers = await index.papersNamed(field, name);
      const isKnown = papers.length > 0;
      list.add({ papers: papers.reverse(), words: terms.map((term) => [term]), isAuthor: field === "authors" });
      const whole = list.papers.length;
      if (whole) Object.assign(list, { all: whole, named: true });
      if (whole && field === "authors") list.notes.push(`“${name}” is a name, not a person: several people may share it.`);
      list.add(found(await engine.run(required(terms, [field]))));
      if (!list.papers.length && !isKnown) {
        list.notes.push(`No paper has “${name}” among its ${field}: searched for these words everywhere.`);
        await byWords(name, list);
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

    /** Is a text the title of a paper? Some titles look like lunr's syntax. @param {string} text */
    async function isSomeTitle(text) {
      const terms = analyse(text);
      if (terms.length < SHORTEST_TITLE) return false;
      const { papers } = await engine.best(required([...new Set(terms)]), LIKELIEST, () => true);
      const rows = await Promise.all(papers.slice(0, LIKELIEST).map(index.texts));
      return rows.some((row) => isTitle(row, terms));
    }

    return { answer, matches };
  };
})();
