/* What a result shows, and why it is there. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { reasonOf, resultOf } =
  run("lunr.min", "worker/once", "worker/analysis", "worker/compounds", "worker/inflection", "worker/texts");
const ROW = {
  address: "papers/a/", title: "Federated graphs: GPT-4o and <b>", day: "2025-08-06", authors: ["Ada Rao", "Bo Li"], authorCount: 5,
  abstract: "Federal laws federate.", votes: null, code: true, topics: [],
};
const result = (found, typed, unfinished = null) => plain(resultOf(ROW, found, typed, unfinished, []));
const marks = (pieces) => pieces.filter(([, found]) => found).map(([text]) => text);

const MARKED = [
  ["forms of what was typed", [["feder"]], ["federated"], null, ["Federated"], ["federate"]],
  ["all that an unfinished word begins", [["feder"]], ["feder"], "feder", ["Federated"], ["Federal", "federate"]],
  ["a name that is joined", [["gpt4o"]], ["gpt", "4o"], null, ["GPT-4o"], []],
  ["nothing that was not found", [["robot"]], ["robot"], null, [], []],
];
for (const [what, found, typed, unfinished, inTitle, inAbstract] of MARKED) {
  test(`marked is ${what}`, () => {
    const { title, abstract } = result(found, typed, unfinished);
    assert.deepEqual([marks(title), marks(abstract)], [inTitle, inAbstract]);
  });
}

test("a text in pieces is the text", () =>
  assert.equal(result([["graph"], ["feder"]], ["graph", "federated"]).title.map(([text]) => text).join(""), ROW.title));

test("what the row does not show is missing", () =>
  assert.deepEqual(result([["graph"], ["robot"]], ["graphs", "robots"]).missing, [["robot=robot"]]));

test("authors are counted", () => assert.equal(result([], []).moreAuthors, 3));

const LONG = `${"word ".repeat(60)}robots ${"tail ".repeat(60)}`.trim();
const reason = (page, missing) =>
  plain(reasonOf({ abstract: "", shown: "", authors: [], topics: [], ...page }, { terms: missing.flat(), missing }));

test("a long abstract is cut at words around what was missing", () => {
  const { abstract } = reason({ shown: LONG }, [["robot"]]);
  const text = abstract.map(([piece]) => piece).join("");
  assert.match(text, /^…word (?:word )*robots (?:tail )*tail…$/);
  assert.deepEqual(marks(abstract), ["robots"]);
  assert.ok(text.length < 225);
});

test("the author and the topic that have it are told, and nothing else", () =>
  assert.deepEqual(
    reason({ shown: "None.", authors: ["Ada Rao", "Bo Robot"], topics: ["graphs"] }, [["robot"]]),
    { abstract: null, author: [["Bo ", false], ["Robot", true]], topic: null }));

test("of several authors the one with most of the words is told", () => {
  const texts = { abstract: "", shown: "", authors: ["Xihua Wang", "Wei Rao", "Wei Wang"], topics: [] };
  assert.deepEqual(
    marks(plain(reasonOf(texts, { terms: ["wei", "wang"], missing: [["wang"]] })).author), ["Wei", "Wang"]);
});
