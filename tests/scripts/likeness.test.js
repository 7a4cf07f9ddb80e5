/* The order of a list by likeness to starred papers, which Python's tests find by the same cases. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { byLikeness } from "../../site_theme/assets/likeness.js";

const CASES = JSON.parse(readFileSync(new URL("../related/likeness.json", import.meta.url)));

for (const { what, list, known, starred, found } of CASES) {
  test(what, () => {
    const order = byLikeness(list, new Map(Object.entries(known)), new Map(Object.entries(starred)));
    assert.deepEqual(order.map(({ id, likeness, nearest }) => [id, likeness, nearest]), found);
  });
}
