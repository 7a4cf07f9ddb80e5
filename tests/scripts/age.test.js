/* How old a list is. */

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { querySelectorAll: () => [] };
const { age } = await import("../../site_theme/assets/age.js");

const CASES = [
  ["2026-04-20", "2026-04-20T00:00:00Z", "today"], // a Monday
  ["2026-04-20", "2026-04-20T23:59:00Z", "today"],
  ["2026-04-20", "2026-04-21T00:00:00Z", "1 working day ago"],
  ["2026-04-20", "2026-04-25T12:00:00Z", "4 working days ago"],
  ["2026-04-20", "2026-04-26T12:00:00Z", "4 working days ago"],
  ["2026-04-20", "2026-04-27T12:00:00Z", "5 working days ago"],
  ["2026-04-20", "2026-10-19T12:00:00Z", "130 working days ago"],
  ["2026-04-20", "2046-04-20T12:00:00Z", "5,219 working days ago"],
  ["2026-04-20", "2026-04-19T23:59:00Z", ""],
  ["2026-04-17", "2026-04-18T12:00:00Z", "no working day since"],
  ["2026-04-17", "2026-04-19T23:59:00Z", "no working day since"],
  ["2026-04-17", "2026-04-20T00:00:00Z", "1 working day ago"],
  ["2026-04-17", "2026-04-26T12:00:00Z", "5 working days ago"],
];

for (const [day, now, told] of CASES) {
  test(`at ${now}, a list of ${day}`, () => assert.equal(age(day, Date.parse(now)), told));
}
