/* The index as it lies on the server: the manifest, and how its files are read. See generator/search/codec.py,
   shards.py and manifest.py, which write them. */
"use strict";

(function (archive) {
  const FORMAT = 1;
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

  /* Calls `visit(paper, place of its counts)` for each posting. */
  function readPostings(text, gaps, counts, visit) {
    let paper = -1;
    let place = 0;
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
        place = number;
      } else {
        paper += number + 1;
        visit(paper, place);
        place = 0;
      }
      number = 0;
    }
  }

  function openIndex(manifest, download) {
    if (manifest.format !== FORMAT) {
      throw new archive.DownloadError("The search index is of another version than this page. Please reload it.");
    }
    const gaps = digits(manifest.alphabets.gaps);
    const counts = digits(manifest.alphabets.counts);
    const shared = manifest.alphabets.shared;
    const firsts = readWords(manifest.shards.first, shared);
    const digest = (digests, place) => digests.slice(place * DIGEST, (place + 1) * DIGEST);
    const parsed = new Map();

    /* The shard that a term falls into, if it is in the index at all. */
    function shardOf(term) {
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (firsts[middle] <= term) low = middle + 1;
        else high = middle;
      }
      return Math.max(low - 1, 0);
    }

    /* Term -> its postings as text, of one shard. */
    async function shard(place) {
      if (!parsed.has(place)) {
        const text = await download(`shard-${place}-${digest(manifest.shards.digests, place)}.txt`);
        const [terms, postings] = text.split("\n");
        const texts = postings.split(" ");
        parsed.set(place, new Map(readWords(terms, shared).map((term, at) => [term, texts[at]])));
      }
      return parsed.get(place);
    }

    async function texts(paper) {
      const place = Math.floor(paper / manifest.texts.papers);
      const rows = await download(`texts-${place}-${digest(manifest.texts.digests, place)}.json`);
      return JSON.parse(rows)[paper % manifest.texts.papers];
    }

    /* One of the files that are there once: words, numbers, facts, topics. */
    const single = (kind) => download(manifest.single[kind]);

    return {
      manifest,
      shards: firsts.length,
      shardOf,
      shard,
      texts,
      single,
      readWords: (text) => readWords(text, shared),
      readPostings: (text, visit) => readPostings(text, gaps, counts, visit),
    };
  }

  archive.openIndex = openIndex;
})(self.archive);
