/* What is said of filters that find nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { run } from "./search.js";

const { filters } = run("numbers", "page/results", "page/filters");

const ALONE = [
  [{ topic: "Robots" }, 1234, null, "Topic “Robots”: 1,234 papers."],
  [{ topic: "Robots" }, 3, 0, "Topic “Robots”: 3 papers, none of them with these words."],
  [{ author: "Ada Rao" }, 1, 1, "Author “Ada Rao”: 1 paper, which has these words."],
  [{ author: "Ada Rao" }, 0, 0, "No paper of this archive has the author “Ada Rao”."],
  [{ code: true }, 0, 0, "With code: no papers."],
  [{ from: "2024-01-02", to: "" }, 9, 2, "From 2 January 2024: 9 papers, 2 of them with these words."],
  [{ from: "2024-01-02", to: "2024-01-09" }, 0, 0, "From 2 January 2024, to 9 January 2024: no papers."],
  [{ from: "2024-01-09", to: "2024-01-02" }, 0, 0, "“From” is after “To”: no day is between them."],
];
for (const [filter, papers, both, said] of ALONE) {
  test(said, () => assert.equal(filters.foundAlone({ filter, papers, both }), said));
}
