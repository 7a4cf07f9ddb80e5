/* lunr's syntax as readers write it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { syntax } = run("worker/syntax");

const USES = [
  ["graph models", false], ["A* search", false], ["Q*", false], ["R^2", false], ["GPT-4", false], ["https://x.org", false],
  ["+graph", true], ["graph -models", true], ["title:graph", true], ["title:", true], ["transf*", true], ["*former", true],
  ["grahp~1", true], ["graph^2", true], ["title: graph models", true],
];

for (const [text, uses] of USES) {
  test(`"${text}" ${uses ? "uses" : "does not use"} the syntax`, () => assert.equal(syntax.usesSyntax(text), uses));
}

const NAMES = [
  ["author:Yuchen_Li", { field: "authors", name: "Yuchen Li" }],
  ["authors: Yuchen Li", { field: "authors", name: "Yuchen Li" }],
  ["+topic:Language_Models", { field: "topics", name: "Language Models" }],
  ["author:Li", null],
  ["title:graph_models", null],
];

for (const [text, name] of NAMES) {
  test(`the whole name in "${text}"`, () => assert.deepEqual(plain(syntax.wholeName(text)), name));
}

const WRITTEN = [
  ["titles:graph", "title:graph"],
  ["ID:2604.00100", "arxiv:2604.00100"],
  ["title: graph models", "+title:graph +title:models"],
  ["+author:li graph", "+authors:li graph"],
];

for (const [text, written] of WRITTEN) {
  test(`"${text}" as the parser takes it`, () => assert.equal(syntax.written(text), written));
}

test("fields are left out", () => assert.equal(syntax.unnamed("+title:graph -author:li x"), "graph li x"));
