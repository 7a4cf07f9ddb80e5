/* Which words are marked for a typed one. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { baseOf, marksOf, marking } = run("worker/inflection").inflection;

const FORMS = [
  ["model", "models", "modeled", "modelled", "modelling", "modeling"],
  ["federate", "federated", "federates", "federating"],
  ["generate", "generates", "generated", "generating"],
  ["study", "studies", "studied", "studying"],
  ["run", "runs", "running"],
  ["use", "uses", "used", "using"],
  ["image", "images", "imaging"],
  ["loss", "losses"],
  ["search", "searches", "searching"],
  ["box", "boxes"],
  ["see", "sees", "seeing"],
  ["agent", "agents"],
  ["gpt4", "gpt4"],
  ["3.5", "3.5"],
  ["größe", "größe"],
];

for (const [word, ...forms] of FORMS) {
  for (const form of forms) test(`"${form}" is a form of "${word}"`, () => assert.equal(baseOf(form), baseOf(word)));
}

const OTHERS = [
  ["federated", "federal"], ["federated", "federation"], ["generation", "general"], ["generation", "generative"],
  ["transformer", "transform"], ["university", "universal"], ["policy", "police"], ["organ", "organization"],
  ["thing", "the"], ["string", "stred"], ["need", "nees"], ["red", "ring"],
];

for (const [word, other] of OTHERS) {
  test(`"${other}" is no form of "${word}"`, () => assert.notEqual(baseOf(word), baseOf(other)));
}

const marks = (typed, unfinished, word, term = "feder") =>
  marking(marksOf("feder", typed, unfinished))({ term, written: word });

test("of a typed word its forms are marked", () => assert.ok(marks(["federated"], null, "federates")));
test("and no other word of its stem", () => assert.ok(!marks(["federated"], null, "federal")));
test("of two typed words both", () => assert.ok(marks(["federated", "federal"], null, "federal")));
test("of a word that was not typed all that have its stem", () => assert.ok(marks([], null, "federal")));
test("of an unfinished word all that begin so", () => assert.ok(marks(["feder"], "feder", "federal")));
test("of an unfinished word none that begins otherwise", () => assert.ok(!marks(["federat"], "federat", "federal")));
test("no word of another stem", () => assert.ok(!marks(["federated"], null, "federated", "other")));
