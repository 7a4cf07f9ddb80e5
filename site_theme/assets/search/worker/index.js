/* The index as it lies on the server: the manifest, and how its files are read. See generator/search/codec.py and
   manifest.py, which write them. */
"use strict";

(function (archive) {
  const FORMAT = 3;
  const DIGEST = 6;

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

  /* Calls `visit(paper, kind)` for each posting. */
  function readPostings(text, gaps, counts, visit) {
    let paper = -1;
    let kind = 0;
    let number = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
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
    const digest = (digests, place) => digests.slice(place * DIGEST, (place + 1) * DIGEST);
    const keys = (text) => readWords(text, shared);
    const tables = {};
    for (const [kind, { first, digests }] of Object.entries(manifest.tables)) {
      const read = (place) => download(`${kind}-${place}-${digest(digests, place)}.txt`);
      tables[kind] = archive.openTable(keys(first), read, keys);
    }

    async function texts(paper) {
      const place = Math.floor(paper / manifest.texts.papers);
      const rows = await download(`texts-${place}-${digest(manifest.texts.digests, place)}.json`);
      return JSON.parse(rows)[paper % manifest.texts.papers];
    }

    /* One of the files that are there once: facts, suggestions. */
    const single = (kind) => download(manifest.single[kind]);

    /* The papers of postings, rising. */
    function papersIn(postings) {
      const papers = [];
      readPostings(postings, gaps, counts, (paper) => papers.push(paper));
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
      papersIn,
      papersNamed,
      readPostings: (text, visit) => readPostings(text, gaps, counts, visit),
    };
  }

  archive.openIndex = openIndex;
})(self.archive);
