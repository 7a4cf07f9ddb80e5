/* Searches as addresses. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { address } = run("page/address");
const USUAL = { text: "", from: "", to: "", code: false, topic: "", author: "", order: "", some: false, page: 1, unread: [] };

const READ = [
  ["", {}],
  ["?q=graph+models", { text: "graph models" }],
  ["?q=a&from=2026-04-16&to=2026-04-20&code=1&topic=Robots&author=Ada+Rao&order=newest&some=1&page=3",
    { text: "a", from: "2026-04-16", to: "2026-04-20", code: true, topic: "Robots", author: "Ada Rao", order: "newest", some: true, page: 3 }],
  ["?from=2026-02-30", { unread: ["from=2026-02-30"] }],
  ["?to=yesterday", { unread: ["to=yesterday"] }],
  ["?code=yes", { unread: ["code=yes"] }],
  ["?order=best", { unread: ["order=best"] }],
  ["?page=0", { unread: ["page=0"] }],
  ["?page=1e3", { unread: ["page=1e3"] }],
];

for (const [query, told] of READ) {
  test(`${query} is read`, () => assert.deepEqual(plain(address.read(query)), { ...USUAL, ...told }));
}

for (const [query] of READ.slice(0, 3)) {
  test(`${query} is written as it was read`, () => assert.equal(address.write(address.read(query)), query));
}
