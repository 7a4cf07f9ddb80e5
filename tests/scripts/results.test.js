/* What is said of results. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { results } = run("numbers", "page/results");

for (const [day, said] of [["2026-05-28", "28 May 2026"], ["2024-01-01", "1 January 2024"], ["2025-12-31", "31 December 2025"]]) {
  test(`${day} is written as ${said}`, () => assert.equal(results.dayName(day), said));
}

const ANSWER = { count: 12, all: 12, more: 0, most: null, alike: 0, named: false, typed: true };
const SUMMARIES = [
  [{}, "12 papers found."],
  [{ count: 0, all: 0 }, "No papers found."],
  [{ count: 1, all: 1 }, "1 paper found."],
  [{ all: null }, "12 papers found."],
  [{ typed: false }, "12 papers found for words like those typed."],
  [{ more: 1902 }, "12 papers; 1,902 more with some of the words."],
  [{ more: 30, alike: 30 }, "12 papers; 30 more with words like these."],
  [{ more: 30, alike: 4 }, "12 papers; 30 more with words like these or some of them."],
  [{ more: 3, named: true }, "12 papers; 3 more with all words of the name."],
  [{ all: 0, more: 5 }, "No paper with all the words; 5 with some of them."],
  [{ all: null, most: { papers: 40, words: 4, of: 7 } }, "The best matches first: 40 papers with at least 4 of the 7 words."],
  [{ all: null, most: { papers: 1, words: 7, of: 7 } }, "The best matches first: 1 paper with all 7 words."],
];

for (const [told, said] of SUMMARIES) test(said, () => assert.equal(results.summary({ ...ANSWER, ...told }), said));
