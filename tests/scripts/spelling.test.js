/* What words may stand for, as far as no index is needed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { isUnfinished, nearest, respellings } =
  run("lunr.min", "worker/once", "worker/analysis", "worker/vocabulary", "worker/spelling");

const UNFINISHED = [["graph mod", "mod", true], ["graph ", "graph", false], ["graph.", "graph", false], ["graph a", "a", false], ["größ", "größ", true]];
for (const [text, last, isSo] of UNFINISHED) {
  test(`"${text}" ${isSo ? "may" : "does not"} go on`, () => assert.equal(isUnfinished(text, last), isSo));
}

const RESPELT = [
  [["gpt4"], [["gpt", "4"]]],
  [["dino", "v2"], [["dino", "v", "2"], ["dinov2"]]],
  [["graph"], []],
  [["a", "b", "c", "d", "e", "f", "g"], []],
];
for (const [typed, spaced] of RESPELT) {
  test(`${typed.join(" ")} with other spaces`, () => assert.deepEqual(plain(respellings(typed)), spaced));
}

const NEAR = [
  ["graph", 1, ["graph", "grap", "graphs", "grabh", "garph", "gaprh", "model"], ["graph", "grap", "graphs", "grabh", "garph"]],
  ["graph", 2, ["gaprh", "gaphs", "phrag"], ["gaprh", "gaphs"]],
  ["gr*ph", 1, ["graph", "grxph", "gruphs", "grapes"], ["graph", "grxph", "gruphs"]],
];
for (const [term, edits, words, near] of NEAR) {
  test(`words within ${edits} of ${term}`, () => assert.deepEqual(plain(nearest(term, edits, words)), near));
}
