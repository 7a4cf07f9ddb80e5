/* Formulas on a line, which Python's tests write by the same cases. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { characters, linear } from "../../site_theme/assets/linear.js";

const CASES = JSON.parse(readFileSync(new URL("../text/linear_math.json", import.meta.url)));

for (const { tex, mathml, line } of CASES) {
  test(tex, () => assert.equal(characters(mathml), line));
}

test("an element that a browser writes out is the same as one that closes itself", () => {
  assert.equal(characters('<math><mi>log</mi><mspace width=".17em"></mspace><mi>n</mi></math>'), "log n");
});

test("what stands around formulas stays as it is, and characters stay HTML", () => {
  const html = '<p>If <math><mi>a</mi><mo>&lt;</mo><mi>b</mi></math> &amp; <math><mi>c</mi></math></p>';

  assert.equal(linear(html), "<p>If a&lt;b &amp; c</p>");
});
