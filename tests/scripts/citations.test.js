/* Citations in the formats of other programs; tests/site/test_citations.py holds them to what Python makes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { csl, namesOf, ris } from "../../site_theme/assets/citations.js";

const NAMES = {
  "Lamb, Ada": [["Ada", "Lamb", ""]],
  "Lamb, Ada and van Peep, Jr., Bo": [["Ada", "Lamb", ""], ["Bo", "van Peep", "Jr."]],
  "{Sheep, Goats and Co} and Lamb, Ada": [["", "Sheep, Goats and Co", ""], ["Ada", "Lamb", ""]],
  "{A \\& B \\textbraceleft{}x\\textbraceright{}}": [["", "A & B {x}", ""]],
  "Anderson, Sandy and Andand, And": [["Sandy", "Anderson", ""], ["And", "Andand", ""]],
  "O\\textbackslash{}H\\_a, A\\textasciitilde{}": [["A~", "O\\H_a", ""]],
  "": [],
};

for (const [field, names] of Object.entries(NAMES)) {
  test(`the names in "${field}"`, () =>
    assert.deepEqual(namesOf(field), names.map(([given, family, suffix]) => ({ given, family, suffix }))));
}

const BARE = {
  bibtex: "", key: "bare", title: "A\n ER  - title", authors: [], published: "", year: "", abstract: "", doi: "", arxiv: "", journal: "",
  url: "https://a.example/", keywords: [],
};

test("no text ends a RIS record", () =>
  assert.equal(ris(BARE), "TY  - UNPB\r\nID  - bare\r\nTI  - A ER - title\r\nUR  - https://a.example/\r\nER  - \r\n"));

test("what is not known is left out of CSL-JSON", () =>
  assert.deepEqual(csl(BARE), { id: "bare", type: "article", title: BARE.title, URL: BARE.url }));

test("a year alone is a date", () =>
  assert.deepEqual(csl({ ...BARE, year: "1999" }).issued, { "date-parts": [[1999]] }));
