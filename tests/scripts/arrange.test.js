/* The switches of a day's list. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ordered, read, write } from "../../site_theme/assets/arrange.js";

const PLAIN = { votes: false, code: false, unread: false, topic: "" };

test("what an address says is read and written alike", () => {
  for (const query of ["", "?order=votes", "?with=code", "?unread=1", "?topic=World+Models", "?order=votes&with=code&unread=1&topic=A%26B"]) {
    assert.equal(write(read(query), ""), query);
  }
});

test("what an address says of something else stays", () => {
  assert.equal(write({ ...PLAIN, votes: true }, "?q=sheep&topic=Wool"), "?q=sheep&order=votes");
  assert.deepEqual(read("?order=backwards&with=wool"), PLAIN);
});

test("papers with equally many votes stay as listed", () => {
  const entries = [[1, 0], [2, 5], [3, 9], [4, 5]].map(([place, votes]) => ({ place, votes, code: false }));

  assert.deepEqual(ordered(entries, true).map(({ place }) => place), [3, 2, 4, 1]);
  assert.deepEqual(ordered(ordered(entries, true), false).map(({ place }) => place), [1, 2, 3, 4]);
});
