// @ts-check
/* The index as it lies on the server: the manifest, and how its files are read. See generator/search/codec.py and
   manifest.py, which write them. */

/** @typedef {"shard" | "words" | "endings" | "numbers" | "topics" | "authors"} TableKind */

/** What the index consists of. See manifest.py, which says what each part means.
    @typedef {object} Manifest
    @property {number} format
    @property {number} papers
    @property {number} standing the number of the first of the newer papers
    @property {number} run files beside each other that share a digest
    @property {number} k1
    @property {Record<string, number[]>} weights by field
    @property {{ gaps: string, counts: string, shared: string }} alphabets
    @property {Record<string, { first: string, digests: string }>} tables
    @property {{ papers: number, digests: string }} texts
    @property {Record<"facts" | "suggestions" | "facets", string>} single */

/** Digits by their code units, -1 where there is none; those from `radix` on go on with the number.
    @typedef {{ table: Int16Array, radix: number }} Digits */

/** What a result shows of a paper.
    @typedef {object} PaperRow
    @property {string} address
    @property {string} title
    @property {string} day
    @property {string[]} authors
    @property {number} authorCount
    @property {string} abstract its beginning
    @property {number | null} votes
    @property {boolean} code */

/** @typedef {ReturnType<typeof openIndex>} Index */

const openIndex = (function () {
  const FORMAT = 4;
  const DIGEST = 6;
  const BLANK = 0x20;
  const NEWER = "new-"; // begins the kinds of the newer papers' tables
  const LISTED = /^§([a-z2-7]{10})([0-9]+)$/; // of a term with a list: the list's digest, and how many papers have the term

  /** @param {string} characters an alphabet @returns {Digits} */
  function digits(characters) {
    const table = new Int16Array(128).fill(-1);
    for (let digit = 0; digit < characters.length; digit++) table[characters.charCodeAt(digit)] = digit;
    return { table, radix: characters.length / 2 };
  }

  /** @param {string} text @param {string} shared */
  function readWords(text, shared) {
    const words = [];
    let before = "";
    for (const entry of text ? text.split(" ") : []) {
      before = before.slice(0, shared.indexOf(entry[0])) + entry.slice(1);
      words.push(before);
    }
    return words;
  }

  /** Calls `visit` for each posting. Behind a blank are those of papers from `newer` on.
      @param {string} text @param {Digits} gaps @param {Digits} counts @param {number} newer
      @param {(paper: number, kind: number) => void} visit */
  function readPostings(text, gaps, counts, newer, visit) {
    let paper = -1;
    let kind = 0;
    let number = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BLANK) {
        paper = newer - 1;
        continue;
      }
      const gap = gaps.table[code];
      const alphabet = gap < 0 ? counts : gaps;
      const digit = gap < 0 ? counts.table[code] : gap;
      if (digit >= alphabet.radix) {
        number = number * alphabet.radix + digit - alphabet.radix + 1;
        continue;
      }
      number = number * alphabet.radix + digit;
      if (gap < 0) {
        kind = number;
      } else {
        paper += number + 1;
        visit(paper, kind);
        kind = 0;
      }
      number = 0;
    }
  }

  /** @param {Manifest} manifest @param {Download} download */
  return function openIndex(manifest, download) {
    if (manifest.format !== FORMAT) {
      throw new DownloadError("The search index is of another version than this page. Please reload it.", true);
    }
    const gaps = digits(manifest.alphabets.gaps);
    const counts = digits(manifest.alphabets.counts);
    const { shared } = manifest.alphabets;
    // Files beside each other share a digest.
    const digest = (/** @type {string} */ digests, /** @type {number} */ place) =>
      digests.substr(Math.floor(place / manifest.run) * DIGEST, DIGEST);
    const keys = (/** @type {string} */ text) => readWords(text, shared);
    /** @param {string} kind */
    function opened(kind) {
      const { first, digests } = manifest.tables[kind];
      return openTable(keys(first), (place) => download(`${kind}-${place}-${digest(digests, place)}.txt`), keys);
    }
    const kinds = Object.keys(manifest.tables).filter((kind) => !kind.startsWith(NEWER));
    const tables = /** @type {Record<TableKind, Table>} */ (
      Object.fromEntries(kinds.map((kind) => [kind, joinTables(opened(kind), opened(NEWER + kind))])));

    /** Rows of the table `shard` as [term, postings]; a common term's postings are a file of one row.
        @param {TableRow[]} rows @returns {Promise<TableRow[]>} */
    const postingsOf = (rows) => Promise.all(rows.map(async ([term, text]) => [term, (await Promise.all(text.split(" ").map(unlisted))).join(" ")]));

    /** @param {string} text */
    async function unlisted(text) {
      const listed = LISTED.exec(text);
      return listed ? (await download(`list-${listed[1]}.txt`)).split("\n")[1] : text;
    }

    /** In how many papers a term of this row of the table `shard` stands. @param {TableRow} row */
    function frequencyIn([, text]) {
      const papers = text.split(" ").map((part) => Number(LISTED.exec(part)?.[2] ?? papersIn(part).length));
      return papers.reduce((sum, more) => sum + more);
    }

    /** What a result shows of a paper. @param {number} paper @returns {Promise<PaperRow>} */
    async function texts(paper) {
      const place = Math.floor(paper / manifest.texts.papers);
      const rows = await download(`texts-${place}-${digest(manifest.texts.digests, place)}.txt`);
      const row = rows.split("\n")[paper % manifest.texts.papers];
      const [address, title, day, abstract, votes, code, count, ...authors] = row.split("\t");
      return { address, title, day, authors, authorCount: Number(count), abstract, votes: votes ? Number(votes) : null, code: code === "1" };
    }

    /** One of the files that are there once. @param {keyof Manifest["single"]} kind */
    const single = (kind) => download(manifest.single[kind]);

    /** @param {string} text @param {(paper: number, kind: number) => void} visit */
    const read = (text, visit) => readPostings(text, gaps, counts, manifest.standing, visit);

    /** The papers of postings, rising. @param {string} postings */
    function papersIn(postings) {
      /** @type {number[]} */
      const papers = [];
      read(postings, (paper) => papers.push(paper));
      return papers;
    }

    /** The papers with a topic or an author of this whole name, rising.
        @param {"topics" | "authors"} kind @param {string} name */
    async function papersNamed(kind, name) {
      const found = await tables[kind].get([analysis.words(name).join("_")]);
      return found.flatMap(([, postings]) => papersIn(postings));
    }

    return {
      manifest,
      tables,
      texts,
      single,
      postingsOf,
      frequencyIn,
      papersIn,
      papersNamed,
      readPostings: read,
    };
  };
})();
