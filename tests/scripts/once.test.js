/* What is worked out or fetched once. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { once } = run("worker/once");

test("a result is made once for each key", () => {
  const asked = [];
  const lengthOf = once((text) => asked.push(text) && text.length);

  assert.deepEqual(["a", "bc", "a", "", ""].map(lengthOf), [1, 2, 1, 0, 0]);
  assert.deepEqual(asked, ["a", "bc", ""]);
});

test("what is still on its way is not asked for again", async () => {
  let asked = 0;
  const fetched = once(async () => ++asked);

  assert.deepEqual(await Promise.all([fetched(), fetched()]), [1, 1]);
});

test("what failed is tried again, what came is kept", async () => {
  // In the scripts' own context: its promises are not those of this one.
  const failsOnce = run("worker/once")[`((asked) => once(async () => {
    if (!asked++) throw new Error("offline");
    return asked;
  }))(0)`];

  await assert.rejects(failsOnce());
  assert.equal(await failsOnce(), 2);
  assert.equal(await failsOnce(), 2);
});
