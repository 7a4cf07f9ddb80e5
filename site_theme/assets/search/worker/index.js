/* The index as it lies on the server: the manifest, and how its files are read. See generator/search/codec.py and
   manifest.py, which write them. */
"use strict";

(function (archive) {
  const FORMAT = 5; // raised when the scripts read an index that those before would misread; the build takes it from here
  const BLANK = 0x20;
  const LISTED = /^§([0-9]+)-(.+)$/; // of a term with a list: how many papers have the term, and the list's digest

  /* A reader of numbers in an alphabet: from code unit to digit, and whether it ends the number. */
  function digits(characters) {
    const table = new Int16Array(128).fill(-1);
    for (let digit = 0; digit < characters.length; digit++) table[characters.charCodeAt(digit)] = digit;
    return { table, radix: characters.length / 2 };
  }

  function readWords(text, shared) {
    const words = [];
    let before = "";
    for (const entry of text ? text.split(" ") : []) {
      before = before.slice(0, shared.indexOf(entry[0])) + entry.slice(1);
      words.push(before);
    }
    return words;
  }

  /* Calls `visit(paper, kind)` for each posting. Behind a blank are those of papers from `newer` on. */
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

  function openIndex(manifest, download) {
    if (manifest.format !== FORMAT) {
      throw new archive.DownloadError("The search index is of another version than this page. Please reload it.", true);
    }
    const gaps = digits(manifest.alphabets.gaps);
    const counts = digits(manifest.alphabets.counts);
    const { shared } = manifest.alphabets;
    // Files beside each other share a digest.
    const digest = (digests, place) => digests.substr(Math.floor(place / manifest.run) * manifest.digest, manifest.digest);
    const keys = (text) => readWords(text, shared);
    function opened(kind) {
      const { first, digests } = manifest.tables[kind];
      return archive.openTable(keys(first), (place) => download(`${kind}-${place}-${digest(digests, place)}.txt`), keys);
    }
    const kinds = Object.keys(manifest.tables).filter((kind) => !kind.startsWith(manifest.newer));
    const tables = Object.fromEntries(kinds.map((kind) => [kind, archive.joinTables(opened(kind), opened(manifest.newer + kind))]));

    /* [term, postings] of each of the rows of the table `shard`; a common term's are a file of one row. */
    const postingsOf = (rows) => Promise.all(rows.map(async ([term, text]) => [term, (await Promise.all(text.split(" ").map(unlisted))).join(" ")]));

    async function unlisted(text) {
      const listed = LISTED.exec(text);
      return listed ? (await download(`list-${listed[2]}.txt`)).split("\n")[1] : text;
    }

    /* In how many papers a term of this row of the table `shard` stands. */
    function frequencyIn([, text]) {
      const papers = text.split(" ").map((part) => Number(LISTED.exec(part)?.[1] ?? papersIn(part).length));
      return papers.reduce((sum, more) => sum + more);
    }

    /* What a result shows of a paper: [address, title, day, authors, how many authors, abstract, votes, has code]. */
    async function texts(paper) {
      const place = Math.floor(paper / manifest.texts.papers);
      const rows = await download(`texts-${place}-${digest(manifest.texts.digests, place)}.txt`);
      const cells = rows.split("\n")[paper % manifest.texts.papers].split("\t");
      const { address, title, day, abstract, votes, code, authors } = Object.fromEntries(
        manifest.texts.columns.map((column, at) => [column, cells[at]]));
      const names = cells.slice(manifest.texts.columns.length);
      return [address, title, day, names, Number(authors), abstract, votes ? Number(votes) : null, Number(code)];
    }

    /* One of the files that are there once: facts, suggestions. */
    const single = (kind) => download(manifest.single[kind]);

    const read = (text, visit) => readPostings(text, gaps, counts, manifest.standing, visit);

    /* The papers of postings, rising. */
    function papersIn(postings) {
      const papers = [];
      read(postings, (paper) => papers.push(paper));
      return papers;
    }

    /* The papers with a topic or an author of this whole name, rising; `kind` is topics or authors. */
    async function papersNamed(kind, name) {
      const found = await tables[kind].get([archive.analysis.words(name).join("_")]);
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
  }

  archive.openIndex = openIndex;
})(self.archive);
