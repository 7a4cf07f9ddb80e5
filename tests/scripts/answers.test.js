/* What is said of an answer, as far as no index is needed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { spelledLike } = run("lunr.min", "messages", "worker/once", "worker/analysis", "worker/answers");

const SEEN = [
  ["halucination", ["hallucinate", "hallucination", "hallucinations"], "hallucination"],
  ["modle", ["models", "modeling", "model"], "model"],
  ["difusion", ["diffuse", "diffusion"], "diffusion"],
];
for (const [typed, seen, first] of SEEN) {
  test(`"${typed}" is spelled like "${first}"`, () => assert.equal(plain(spelledLike(typed, seen))[0], first));
}
