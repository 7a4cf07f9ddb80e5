/* Files of BibTeX, however long and broken. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { entries, papers } from "../../site_theme/assets/bibtex.js";
import { growsTooFast } from "./cpu_time.js";

const ENTRIES = {
  "braces in a title": [
    "@misc{a, title = {On {MEMORY}}, eprint = {2604.00105v2}, year = 2026}",
    [{ title: "On {MEMORY}", eprint: "2604.00105v2" }],
  ],
  "quotes, with braces inside": [
    '@misc{a, title = "A {"}B{"} \\"c\\"", url="x"}',
    [{ title: 'A {"}B{"} \\"c\\"', url: "x" }],
  ],
  "two on a line": ["@misc{a, doi={1}} @Article {b, DOI = {2}}", [{ doi: "1" }, { doi: "2" }]],
  "an at sign in a value": ["@misc{a, note = {see @b{c}}, doi = {1}}", [{ note: "see @b{c}", doi: "1" }]],
  "an escaped brace": ["@misc{a, title = {A \\} b}, doi = {1}}", [{ title: "A \\} b", doi: "1" }]],
  "one that nothing closes": ["@misc{a, title = {A\n  @misc{b, doi = {1}}", [{ title: "A" }, { doi: "1" }]],
  "one that is cut short": ["@misc{a, doi = {1", [{ doi: "1" }]],
  "comments and strings": [
    '% @\n@comment{c}\n@string{j = "J"}\n@misc{a, doi = {1}}',
    [{}, { j: "J" }, { doi: "1" }],
  ],
  "text around": ["doi = {0} and @misc{a, doi = {1}} doi = {2}", [{ doi: "1" }]],
};

for (const [name, [text, found]] of Object.entries(ENTRIES)) {
  test(name, () => assert.deepEqual(entries(text), found));
}

const PAPERS = {
  "of arXiv, without its version": ["eprint = {2604.00105v2}", "2604.00105"],
  "of arXiv by its old identifier": ["eprint = {math.GT/0309136}", "math/0309136"],
  "of an archive, by its page": ["url = {https://example.org/daily/papers/some-paper/}", "some-paper"],
};

for (const [name, [fields, id]] of Object.entries(PAPERS)) {
  test(`a paper ${name}`, () => {
    const text = `@misc{a, title = {{On\n Memory}}, author = {Lovelace, Ada and Alan Turing}, ${fields}}`;
    assert.deepEqual(papers(text), [[id, "On Memory", ["Ada Lovelace", "Alan Turing"]]]);
  });
}

test("an entry that names no paper is left out", () => assert.deepEqual(papers("@misc{a, title = {A}}"), []));
test("what is no BibTeX is refused", () => assert.throws(() => papers("\n".repeat(1_000_000)), TypeError));

const FRAGMENTS = [
  "@misc{", "@misc{a, ", "\n@misc{", "@misc{a, eprint = {", "@misc{k, eprint = {2604.00105}}\n",
  "@misc{k, eprint = {2604.00105}, author = {a and b}}", "eprint = {1}, ", "a = {", 'a = "', "a = ", "a ",
  "a-", "@", "@a ", "@ ", " ", "\n", "{", "}", '"', "\\", "\\{", "=", "{x} ", "a and ", "v1",
  "https://x.org/papers/",
];

function read(fragment, kilobytes) {
  try {
    papers(fragment.repeat((kilobytes * 1024) / fragment.length));
  } catch {
    // Most are no BibTeX.
  }
}

test("four times the text takes no square of the time", () => {
  const slow = FRAGMENTS.filter((fragment) => growsTooFast(() => read(fragment, 64), () => read(fragment, 256)));
  assert.deepEqual(slow, []);
});
