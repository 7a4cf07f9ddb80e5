/* Counts as they are shown. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { numbers } = run("numbers");

for (const [count, said] of [[7, "7"], [160, "160"], [8506, "8,506"], [1234567, "1,234,567"]]) {
  test(`${count} is written as ${said}`, () => assert.equal(numbers.grouped(count), said));
}

for (const [count, said] of [[0, "0 papers"], [1, "1 paper"], [8506, "8,506 papers"]]) {
  test(`${count} of a kind are ${said}`, () => assert.equal(numbers.many(count, "paper"), said));
}
