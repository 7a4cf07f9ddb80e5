/* The list that a query gives, as its steps add to it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { openList } = run("worker/list");
const REQUEST = { offset: 0, limit: 10 };
const all = () => true;
const rising = (a, b) => a - b;

test("a paper stands where it is found first, with the words that it was found by", () => {
  const list = openList(null, REQUEST, (paper) => paper !== 4, null, all);
  list.add({ papers: [7, 4, 2], words: [["a"]] });
  list.add({ papers: [2, 9, 7, 1], words: [["b"]] });

  assert.deepEqual(plain(list.papers), [7, 2, 9, 1]);
  assert.deepEqual(plain(list.found), [{ end: 2, words: [["a"]] }, { end: 4, words: [["b"]] }]);
});

test("an order holds among what a step adds", () => {
  const list = openList(null, REQUEST, all, rising, all);
  list.add({ papers: [7, 2], words: [] });
  list.add({ papers: [9, 1], words: [] });

  assert.deepEqual(plain(list.papers), [2, 7, 1, 9]);
});

test("no more is ordered than is shown", () => {
  const asked = [];
  const engine = { best: (_, most) => asked.push(most) };
  const list = openList(engine, { offset: 10, limit: 10 }, all, null, all);
  list.best([]);
  list.add({ papers: [1, 2, 3], words: [] });
  list.best([]);
  list.add({ papers: Array.from({ length: 30 }, (_, paper) => paper), words: [] });
  list.best([]);
  openList(engine, REQUEST, all, rising, all).best([]);

  assert.deepEqual(asked, [20, 17, 0, 0]);
});

test("all papers of a large archive fit in", () => {
  const list = openList(null, REQUEST, all, null, all);
  list.add({ papers: Array.from({ length: 300_000 }, (_, paper) => paper), words: [] });

  assert.equal(list.papers.length, 300_000);
});
