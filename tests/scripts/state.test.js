/* What is read back of what a reader starred and read. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { byline, parse } from "../../site_theme/assets/state.js";

const STAR = { title: "On Memory", on: "2026-04-20", by: undefined };

const BYLINES = [
  [[[], 0], undefined],
  [[["A"], 0], "A"],
  [[["A", "B", "C"], 0], "A, B, C"],
  [[["A", "B", "C", "D"], 0], "A, B, C, D"],
  [[["A", "B", "C", "D", "E"], 0], "A, B, C and 2 more"],
  [[["A", "B", "C"], 6], "A, B, C and 6 more"],
  [[["A", "B", "C"], 3300], "A, B, C and 3,300 more"],
];

for (const [[names, more], told] of BYLINES) {
  test(`${names.length} authors and ${more} more, in short`, () => assert.equal(byline(names, more), told));
}

const STARRED = {
  "a star": ["2604.00100", STAR, true],
  "a star of an old identifier": ["math/0309136", STAR, true],
  "a star whose identifier is no address": ["../x", STAR, false],
  "a star without a title": ["2604.00100", { on: "2026-04-20" }, false],
  "a star of no day": ["2604.00100", { title: "A", on: "yesterday" }, false],
  "no star": ["2604.00100", null, false],
};

for (const [name, [id, star, isKept]] of Object.entries(STARRED)) {
  test(`${name} is ${isKept ? "kept" : "left out"}`, () => {
    const { starred } = parse({ version: 1, starred: { [id]: star }, read: [] });
    assert.deepEqual(Object.entries(starred), isKept ? [[id, star]] : []);
  });
}

test("only identifiers have been read", () => {
  assert.deepEqual(parse({ version: 1, starred: {}, read: ["2604.00100", "a b", "x/"] }).read, ["2604.00100"]);
});

for (const found of [null, [], {}, { version: 2, starred: {}, read: [] }, { version: 1, starred: {}, read: {} }]) {
  test(`${JSON.stringify(found)} is no state`, () => assert.throws(() => parse(found), TypeError));
}
