/* What plain words may mean, as far as no index is needed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { namesMeant } = run(
  "lunr.min", "messages", "numbers", "worker/once", "worker/analysis", "worker/compounds", "worker/clauses", "worker/list", "worker/plain");

const NAMES = [
  ["Wei Wang", "Wei Wang", "wang wei"],
  ["Wang, Wei", "Wei Wang", "Wang, Wei"],
  ["van Rijn Ada", "van Rijn Ada", "rijn ada van"],
];
for (const [typed, ...meant] of NAMES) {
  test(`"${typed}" means somebody`, () => assert.deepEqual(plain(namesMeant(typed)), meant));
}
