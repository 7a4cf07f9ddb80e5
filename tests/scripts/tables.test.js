/* Tables of keys, read from files by ranges of keys. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { plain, run } from "./search.js";

const { openTable, joinTables } = run("worker/once", "worker/tables");
const FILES = ["ant bee\n1 2", "cat cow dog\n3 4 5", "emu\n6"];
const FIRSTS = ["ant", "cat", "emu"];

function opened(files = FILES, firsts = FIRSTS) {
  const read = [];
  const table = openTable(firsts, async (place) => {
    read.push(place);
    return files[place];
  }, (keys) => keys.split(" "));
  return { table, read };
}

const GOTTEN = [
  [["cow"], [["cow", "4"]], [1]],
  [["emu", "ant", "bee"], [["emu", "6"], ["ant", "1"], ["bee", "2"]], [2, 0]],
  [["a", "cod", "zoo"], [], [0, 1, 2]],
  [[], [], []],
];
for (const [keys, rows, files] of GOTTEN) {
  test(`the rows of ${JSON.stringify(keys)}`, async () => {
    const { table, read } = opened();
    assert.deepEqual(plain(await table.get(keys)), rows);
    assert.deepEqual(read, files);
  });
}

const BEGUN = [["c", ["cat", "cow"]], ["", ["ant", "bee", "cat", "cow", "dog", "emu"]], ["cow", ["cow"]], ["x", []]];
for (const [prefix, keys] of BEGUN) {
  test(`the keys that begin with "${prefix}"`, async () => {
    const rows = await opened().table.startingWith(prefix);
    assert.deepEqual(plain(rows.map(([key]) => key)), keys);
  });
}

test("no file is read twice", async () => {
  const { table, read } = opened();
  await Promise.all([table.get(["cat"]), table.get(["dog"])]);
  await table.startingWith("c");
  assert.deepEqual(read, [1, 0]);
});

test("an empty table has no files", async () => {
  const { table } = opened([], []);
  assert.deepEqual(plain([await table.get(["a"]), await table.startingWith("a")]), [[], []]);
});

test("keys beyond so many files are left out", () =>
  assert.deepEqual(plain(opened().table.within(["emu", "ant", "dog", "elk"], 2)), ["emu", "ant"]));

test("behind a blank is what the newer segment says of a key", async () => {
  const { table } = opened();
  const newer = opened(["bat cat\n7 8"], ["bat"]).table;
  const joined = joinTables(table, newer);
  assert.deepEqual(plain(await joined.get(["cat", "dog", "bat", "x"])), [["cat", "3 8"], ["dog", "5"], ["bat", " 7"]]);
  assert.deepEqual(plain(await joined.startingWith("b")), [["bat", " 7"], ["bee", "2"]]);
});
