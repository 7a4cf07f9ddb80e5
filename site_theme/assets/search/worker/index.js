// @ts-check
/* The index as it lies on the server: the manifest, and how its files are read. See generator/search/codec.py and
   manifest.py, which write them. */

/** @typedef {"shard" | "words" | "endings" | "numbers" | "topics" | "authors" | "about"} TableKind */

/** What the index consists of. See manifest.py, which says what each part means.
    @typedef {object} Manifest
    @property {number} format
    @property {number} papers
    @property {number} standing the number of the first of the newer papers
    @property {string} newer begins the kinds of the newer papers' tables
    @property {number} run files beside each other that share a digest
    @property {number} digest characters of it
    @property {number} completed shards, at most, that completing a word may download
    @property {number} k1
    @property {Record<string, number[]>} weights by field
    @property {{ gaps: string, counts: string, shared: string }} alphabets
    @property {Record<string, { first: string, digests: string }>} tables
    @property {{ papers: number, columns: string[], digests: string }} texts
    @property {Record<"facts" | "votes" | "suggestions" | "labels" | "facets", string>} single */

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
    @property {boolean} code
    @property {number[]} topics places of labels */

/** @typedef {ReturnType<typeof openIndex>} Index */

const openIndex = (function () {
  const FORMAT = 5; // raised when the scripts read an index that those before would misread; the build takes it from here
  const BLANK = 0x20;
  const LISTED = /^§([0-9]+)-(.+)$/; // of a term with a list: how many papers have the term, and the list's digest

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

  /** A topic from its row of the labels. @param {string | [name: string, slug: string]} row @returns {Topic} */
  function labelled(row) {
    const [name, slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-")] = [row].flat();
    return { name, address: slug && `topics/${slug}/` };
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
      digests.substr(Math.floor(place / manifest.run) * manifest.digest, manifest.digest);
    const keys = (/** @type {string} */ text) => readWords(text, shared);
    /** @param {string} kind */
    function opened(kind) {
      const { first, digests } = manifest.tables[kind];
      return openTable(keys(first), (place) => download(`${kind}-${place}-${digest(digests, place)}.txt`), keys);
    }
    const kinds = Object.keys(manifest.tables).filter((kind) => !kind.startsWith(manifest.newer));
    const tables = /** @type {Record<TableKind, Table>} */ (
      Object.fromEntries(kinds.map((kind) => [kind, joinTables(opened(kind), opened(manifest.newer + kind))])));

    /** Rows of the table `shard` as [term, postings]; a common term's postings are a file of one row.
        @param {TableRow[]} rows @returns {Promise<TableRow[]>} */
    const postingsOf = (rows) => Promise.all(rows.map(async ([term, text]) => [term, (await Promise.all(text.split(" ").map(unlisted))).join(" ")]));

    /** @param {string} text */
    async function unlisted(text) {
      const listed = LISTED.exec(text);
      return listed ? (await download(`list-${listed[2]}.txt`)).split("\n")[1] : text;
    }

    /** In how many papers a term of this row of the table `shard` stands. @param {TableRow} row */
    function frequencyIn([, text]) {
      const papers = text.split(" ").map((part) => Number(LISTED.exec(part)?.[1] ?? papersIn(part).length));
      return papers.reduce((sum, more) => sum + more);
    }

    /** What a result shows of a paper. @param {number} paper @returns {Promise<PaperRow>} */
    async function texts(paper) {
      const place = Math.floor(paper / manifest.texts.papers);
      const rows = await download(`texts-${place}-${digest(manifest.texts.digests, place)}.txt`);
      const { columns } = manifest.texts;
      const cells = rows.split("\n")[paper % manifest.texts.papers].split("\t");
      const { address, title, day, abstract, votes, code, topics, authors } = Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
      return {
        address, title, day, abstract, authors: cells.slice(columns.length), authorCount: Number(authors),
        votes: votes ? Number(votes) : null, code: code === "1",
        topics: topics.split(" ").filter(Boolean).map(Number),
      };
    }

    /** One of the files that are there once. @param {keyof Manifest["single"]} kind */
    const single = (kind) => download(manifest.single[kind]);

    /** The topics that facets count, and of how many. A keyword has the address "", what no paper is about the name "".
        @returns {Promise<{ topics: Topic[], of: number }>} */
    async function labels() {
      const { names, of } = JSON.parse(await single("labels"));
      return { topics: names.map(labelled), of };
    }

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
        @param {FacetKind} kind @param {string} name */
    async function papersNamed(kind, name) {
      const key = analysis.keyOf(name);
      const asked = kind === "topics" ? [tables.about, tables.topics] : [tables[kind]];
      const rows = (await Promise.all(asked.map((table) => table.get([key])))).flat();
      const found = new Set(rows.flatMap(([, postings]) => papersIn(postings)));
      return [...found].sort((a, b) => a - b);
    }

    return {
      manifest,
      tables,
      texts,
      single,
      labels,
      postingsOf,
      frequencyIn,
      papersIn,
      papersNamed,
      readPostings: read,
    };
  };
})();
