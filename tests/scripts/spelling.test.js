/* What words may stand for, as far as no index is needed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { isUnfinished, meant, nearest, respellings } =
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

const COMMON = { agent: 11, arent: 3, attent: 10, diffus: 10, infus: 5, model: 13, mode: 9, modest: 4, tian: 5, train: 12 };
const MEANT = [
  ["difusion", ["diffus"], "and not what its stem alone is near to"],
  ["atention", ["attent"], "as a letter is often doubled or not"],
  ["modle", ["model"], "and not what few papers have"],
  ["taining", ["train"], "and not a rare name of swapped letters"],
  ["mdoe", ["mode"], "as letters are often swapped"],
  ["infusions", [], "of words that are known"],
];
for (const [word, terms, why] of MEANT) {
  test(`"${word}" may be meant for [${terms}], ${why}`, () =>
    assert.deepEqual(plain(meant(word, 0, new Map(Object.entries(COMMON)))), terms));
}
