/* Words in quotes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { phrasesIn, openPhrases } = run("lunr.min", "worker/once", "worker/analysis", "worker/phrases");

const TYPED = [
  ['"Graph Models" agents', [["graph", "models"]]],
  ["“state of the art” and \"a\"", [["state", "of", "the", "art"], ["a"]]],
  ['"..." x', []],
  ["it's 5\" long", []],
];
for (const [text, phrases] of TYPED) {
  test(`the phrases in ${text}`, () => assert.deepEqual(plain(phrasesIn(text)), phrases));
}

const ROW = { address: "papers/a/", title: "On Graph Models", authors: ["Ada Rao"], abstract: "We look at" };
const SAID = [
  [[["graph", "models"]], true, 0],
  [[["ada", "rao"], ["look", "at"]], true, 0],
  [[["models", "graph"]], false, 1],
  [[["at", "graphs"]], true, 1],
  [[["on"], ["a", "whole"]], false, 1],
];
for (const [phrases, has, pages] of SAID) {
  test(`${JSON.stringify(phrases)} ${has ? "stands" : "does not stand"} there`, async () => {
    let asked = 0;
    const { has: stands } = openPhrases({ texts: async () => ROW }, async () => ({ abstract: `We look at graphs. ${++asked}` }));
    assert.equal(await stands(0, phrases), has);
    assert.equal(asked, pages);
  });
}
