/* Other pages of the site. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fewAtOnce } from "../../site_theme/assets/pages.js";

test("many are worked on a few at once, and come in their order", async () => {
  const told = [];
  let working = 0;
  let most = 0;
  const all = Array.from({ length: 14 }, (_, at) => at);

  const made = await fewAtOnce(all, async (one) => {
    most = Math.max(most, ++working);
    await new Promise((next) => setTimeout(next, one % 3));
    working--;
    return one * 2;
  }, (done) => told.push(done));

  assert.deepEqual(made, all.map((one) => one * 2));
  assert.deepEqual(told, [0, 6, 12]);
  assert.equal(most, 6);
});

test("of none nothing is made", async () => {
  assert.deepEqual(await fewAtOnce([], assert.fail), []);
});
