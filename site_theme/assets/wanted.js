// @ts-check
/* What an address that led nowhere asks for, whatever its spelling. */

/** @typedef {"date" | "week" | "month" | "year"} Period */
/** @typedef {{kind: "paper" | "short" | "place" | "slug", name: string} | {kind: Period, name: string | null}} Wanted */

/* Four digits after the point until 2014, five since. */
const NEW_STYLE = /\b((?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|\d{2}(?:0[1-9]|1[0-2])\.\d{5})(?:v\d+)?(?:\.pdf)?\b/i;
const TOO_SHORT = /(?:^|\/)(\d{2}(?:0[1-9]|1[0-2])\.\d{3,4})(?:v\d+)?(?:\.pdf)?\/?$/i;
/* Without its point it needs all its digits, or a date would be one. */
const POINTLESS = /(?:^|\/)(\d{2}(?:0[1-9]|1[0-2]))[-_]?(\d{5})(?:v\d+)?(?:\.pdf)?\/?$/i;
const OLD_STYLE = /(?<!\w|[a-z]-)([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?\b/i;
const FOLDER = /(?:^|\/)(date|week|month|year)\/(.+)/i;
const FEEDS = /(?:^|\/)feeds?\//i;
/* Without a folder, all of the address's end: a number inside a title is no date. */
/** @type {[Period, RegExp][]} */
const PERIODS = [
  ["week", /(?:^|\/)(\d{4}[-/_.]?w\d{1,2})(?:\.html?)?\/?$/i],
  ["date", /(?:^|\/)(\d{4}[-/._]?\d{1,2}[-/._]?\d{1,2})(?:\.html?)?\/?$/],
  ["month", /(?:^|\/)(\d{4}[-/._]?\d{1,2})(?:\.html?)?\/?$/],
  ["year", /(?:^|\/)(\d{4})(?:\.html?)?\/?$/],
];
/** Of what follows the year. @type {Record<Period, number[]>} */
const MOST = { date: [12, 31], week: [53], month: [12], year: [] };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** @type {Record<string, string>} */
const PLACES = {
  about: "about/", archive: "papers/", atom: "feed.xml", calendar: "papers/", data: "data/", days: "papers/date/", feed: "feed.xml",
  feeds: "feed.xml", home: ".", latest: "papers/date/latest/", months: "papers/month/", rss: "feed.xml", search: "search/",
  starred: "starred/", status: "status/", today: "papers/date/latest/", topic: "topics/", topics: "topics/", trend: "trends/",
  trends: "trends/", weeks: "papers/week/", years: "papers/year/",
};

/** What an address asks for, its name as this archive spells it, or null where that cannot be told.
    @param {string} path @returns {Wanted} */
export function wanted(path) {
  const arxiv = path.match(NEW_STYLE)?.[1] ?? path.match(POINTLESS)?.slice(1).join(".")
    ?? path.match(OLD_STYLE)?.slice(1).join("/").toLowerCase();
  if (arxiv) return { kind: "paper", name: arxiv };
  const short = path.match(TOO_SHORT)?.[1];
  if (short) return { kind: "short", name: short };
  const words = (path.split("/").filter(Boolean).at(-1) ?? "").toLowerCase().replace(/\.html?$/, "");
  const place = words.replace(/\.(?:atom|rss|xml)$/, "");
  if (Object.hasOwn(PLACES, place)) return { kind: "place", name: PLACES[place] };
  if (FEEDS.test(path)) return { kind: "place", name: PLACES.feed };
  const [, folder, text] = path.match(FOLDER) ?? [];
  const kind = /** @type {Period | undefined} */ (folder?.toLowerCase());
  if (kind) return { kind, name: nameOf(kind, text) ?? nameOf(kind, text.split("/")[0]) };
  for (const [period, pattern] of PERIODS) {
    const name = nameOf(period, path.match(pattern)?.[1] ?? "");
    if (name) return { kind: period, name };
  }
  return { kind: "slug", name: words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") };
}

/** A day, week, month or year in one of the many ways to write it, with its year first or last, as this archive writes it.
    @param {Period} period @param {string} text */
function nameOf(period, text) {
  const plain = text.toLowerCase().replace(/t\d.*$/, "").replace(/^(\d{4})(\d{2})(\d{2})?$/, "$1 $2 $3");
  const parts = plain.match(/\d+|[a-z]+/g)?.map((part) => MONTHS.indexOf(part.slice(0, 3)) + 1 || part) ?? [];
  const numbers = parts.filter((part) => !/[a-z]/.test(String(part))).map(Number);
  const at = numbers.findIndex((number) => number > 999);
  const year = at < 0 && numbers.length === 3 ? 2000 + (numbers.shift() ?? 0) : numbers.splice(at, at < 0 ? 0 : 1)[0];
  if (!year || year > 9999) return null;
  // 29-05-2026, but May 29, 2026 and 05-29-2026.
  if (at === 2 && typeof parts[0] === "string" && numbers[1] <= 12) numbers.reverse();
  const most = MOST[period];
  if (numbers.length !== most.length || !numbers.every((number, place) => number >= 1 && number <= most[place])) return null;
  if (period === "date" && new Date(Date.UTC(year, numbers[0] - 1, numbers[1])).getUTCDate() !== numbers[1]) return null;
  const rest = numbers.map((number) => String(number).padStart(2, "0"));
  return period === "week" ? `${year}-W${rest[0]}` : [year, ...rest].join("-");
}
