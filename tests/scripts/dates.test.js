/* Days that readers type. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { dates } = run("page/dates");
const TODAY = new Date("2025-03-05"); // a Wednesday

const READ = [
  ["diffusion March 2025", "diffusion", "2025-03-01", "2025-03-31"],
  ["diffusion in Feb. 2024", "diffusion", "2024-02-01", "2024-02-29"],
  ["2025-03", "", "2025-03-01", "2025-03-31"],
  ["2025-02-28 robots", "robots", "2025-02-28", "2025-02-28"],
  ["2025/02: robots", "robots", "2025-02-01", "2025-02-28"],
  ["robots 5 March 2025", "robots", "2025-03-05", "2025-03-05"],
  ["March 5th, 2025 robots", "robots", "2025-03-05", "2025-03-05"],
  ["robots today", "robots", "2025-03-05", "2025-03-05"],
  ["yesterday", "", "2025-03-04", "2025-03-04"],
  ["this week", "", "2025-03-03", "2025-03-05"],
  ["Last week, robots", "robots", "2025-02-24", "2025-03-02"],
  ["robots this month", "robots", "2025-03-01", "2025-03-05"],
  ["robots last month", "robots", "2025-02-01", "2025-02-28"],
  ["robots this year", "robots", "2025-01-01", "2025-03-05"],
  ["robots last year", "robots", "2024-01-01", "2024-12-31"],
  ["past 7 days", "", "2025-02-27", "2025-03-05"],
  ["robots since January 2025", "robots", "2025-01-01", ""],
  ["robots until January 2025", "robots", "", "2025-01-31"],
];

for (const [typed, left, first, last] of READ) {
  test(`the days in "${typed}"`, () => {
    const { text, from, to } = dates.read(typed, TODAY);
    assert.deepEqual([text, from, to], [left, first, last]);
  });
}

const OTHERS = [
  "AIME 2025", "2025", "March", "marching 2025", "30 February 2025", "2025-13", "2503.01234",
  '"March 2025"', "what agents do today in the lab", "last weekend", "yesterdays", "2025-03-99",
];

for (const text of OTHERS) test(`no days in "${text}"`, () => assert.equal(dates.read(text, TODAY), null));
