/* What addresses that led nowhere ask for. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { wanted } from "../../site_theme/assets/wanted.js";
import { growsTooFast } from "./cpu_time.js";

const CASES = [
  ["papers/2604.00100v2/", "paper", "2604.00100"],
  ["abs/arXiv:2604.00100", "paper", "2604.00100"],
  ["pdf/2604.00100.pdf", "paper", "2604.00100"],
  ["papers/2604-00100", "paper", "2604.00100"],
  ["papers/0704.0001/", "paper", "0704.0001"],
  ["abs/math.GT/0309136v1", "paper", "math/0309136"],
  ["papers/2604.0010/", "short", "2604.0010"],
  ["papers/date/2026-4-16", "date", "2026-04-16"],
  ["papers/date/20260418", "date", "2026-04-18"],
  ["papers/2026/04/18/", "date", "2026-04-18"],
  ["papers/date/16-04-2026", "date", "2026-04-16"],
  ["papers/date/04-16-2026", "date", "2026-04-16"],
  ["papers/date/april-16-2026/", "date", "2026-04-16"],
  ["papers/date/26-4-16T00:00", "date", "2026-04-16"],
  ["papers/date/2026/04/16", "date", "2026-04-16"],
  ["papers/date/2026-04-16/x", "date", "2026-04-16"],
  ["papers/date/2026-02-30", "date", null],
  ["papers/week/2026w16/", "week", "2026-W16"],
  ["papers/week/16-2026/", "week", "2026-W16"],
  ["papers/month/2026-4/", "month", "2026-04"],
  ["papers/month/2026/04", "month", "2026-04"],
  ["papers/month/2026-13/", "month", null],
  ["papers/2026/", "year", "2026"],
  ["papers/date/today", "place", "papers/date/latest/"],
  ["calendar", "place", "papers/"],
  ["home", "place", "."],
  ["Starred", "place", "starred/"],
  ["topic/", "place", "topics/"],
  ["trends.html", "place", "trends/"],
  ["data", "place", "data/"],
  ["feed", "place", "feed.xml"],
  ["rss/", "place", "feed.xml"],
  ["atom.xml", "place", "feed.xml"],
  ["blog/feed.rss", "place", "feed.xml"],
  ["feeds/cs.XX.xml", "place", "feed.xml"],
  ["constructor", "slug", "constructor"],
  ["papers/Remembering-Things/", "slug", "remembering-things"],
];

for (const [path, kind, name] of CASES) {
  test(`${path} asks for a ${kind}`, () => assert.deepEqual(wanted(path), { kind, name }));
}

test("four times the address takes no square of the time", () => {
  for (const fragment of ["a-", "a", "1", "/", "2604.", "t1", "date/", "-", "v1", "%"]) {
    assert.ok(!growsTooFast(() => wanted(fragment.repeat(50_000)), () => wanted(fragment.repeat(200_000))), fragment);
  }
});
