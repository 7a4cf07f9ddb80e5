/* What a search's facets are, and what choosing one makes of it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { facets } = run("numbers", "page/results", "page/facets");
const SEARCH = { text: "robots", from: "", to: "", code: false, topic: "", author: "", order: "votes", some: true, page: 3, unread: [] };
const COUNTS = {
  papers: 7, years: [["2025", 7]], code: 0,
  topics: { names: [["Robots", 4]], counted: null }, authors: { names: [["Ada Gödel", 3], ["Bo Rao", 2]], counted: 300 },
};
const divided = (search) => plain(facets.divided({ ...SEARCH, ...search }, COUNTS));
const names = (search, facet) => divided(search)[facet].map(({ name, papers }) => [name, papers]);

const CHOSEN = [
  [{}, { topic: "Robots" }, { topic: "Robots" }],
  [{ topic: "robots" }, { topic: "Robots" }, { topic: "" }],
  [{ author: "ada godel" }, { author: "Ada Gödel" }, { author: "" }],
  [{ author: "Bo Rao" }, { author: "Ada Gödel" }, { author: "Ada Gödel" }],
  [{ code: true }, { code: true }, { code: false }],
  [{ from: "2025-01-01" }, { from: "2025-01-01", to: "2025-12-31" }, { from: "2025-01-01", to: "2025-12-31" }],
  [{ from: "2025-01-01", to: "2025-12-31" }, { from: "2025-01-01", to: "2025-12-31" }, { from: "", to: "" }],
];
for (const [set, filter, told] of CHOSEN) {
  test(`${JSON.stringify(filter)} chosen where ${JSON.stringify(set)} is set`, () =>
    assert.deepEqual(plain(facets.chosen({ ...SEARCH, ...set }, filter)), { ...SEARCH, ...set, ...told, some: false, page: 1 }));
}

test("what no paper has is no choice", () => assert.deepEqual(names({}, "code"), []));
test("a name that is set can be removed, though it is not among the commonest", () =>
  assert.deepEqual(names({ author: "Hana Ito" }, "authors"), [["Hana Ito", 7], ["Ada Gödel", 3], ["Bo Rao", 2]]));
test("an author is no co-author of their own", () =>
  assert.deepEqual(names({ text: "authors:Ada_Gödel" }, "authors"), [["Bo Rao", 2]]));
