/* Reads the address that led nowhere, whatever its spelling, and offers what was probably meant. */

const ROOT = new URL("../", import.meta.url);
const LONGEST = 2000; // characters of an address that anybody wrote
/* Four digits after the point until 2014, five since. */
const NEW_STYLE = /\b((?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|\d{2}(?:0[1-9]|1[0-2])\.\d{5})(?:v\d+)?(?:\.pdf)?\b/i;
const TOO_SHORT = /(?:^|\/)(\d{2}(?:0[1-9]|1[0-2])\.\d{3,4})(?:v\d+)?(?:\.pdf)?\/?$/i;
/* Without its point it needs all its digits, or a date would be one. */
const POINTLESS = /(?:^|\/)(\d{2}(?:0[1-9]|1[0-2]))[-_]?(\d{5})(?:v\d+)?(?:\.pdf)?\/?$/i;
const OLD_STYLE = /(?<!\w|[a-z]-)([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?\b/i;
const FOLDER = /(?:^|\/)(date|week|month|year)\/(.+)/i;
const FEEDS = /(?:^|\/)feeds?\//i;
/* Without a folder, all of the address's end: a number inside a title is no date. */
const PERIODS = [
  ["week", /(?:^|\/)(\d{4}[-/_.]?w\d{1,2})(?:\.html?)?\/?$/i],
  ["date", /(?:^|\/)(\d{4}[-/._]?\d{1,2}[-/._]?\d{1,2})(?:\.html?)?\/?$/],
  ["month", /(?:^|\/)(\d{4}[-/._]?\d{1,2})(?:\.html?)?\/?$/],
  ["year", /(?:^|\/)(\d{4})(?:\.html?)?\/?$/],
];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const PLACES = {
  about: "about/", archive: "papers/", atom: "feed.xml", calendar: "papers/", days: "papers/date/", feed: "feed.xml",
  feeds: "feed.xml", home: ".", latest: "papers/date/latest/", months: "papers/month/", rss: "feed.xml", search: "search/",
  starred: "starred/", status: "status/", today: "papers/date/latest/", weeks: "papers/week/", years: "papers/year/",
};

/* What an address asks for: {kind, name}, name as this archive spells it, or null where that cannot be told. */
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
  const kind = folder?.toLowerCase();
  if (kind) return { kind, name: nameOf(kind, text) ?? nameOf(kind, text.split("/")[0]) };
  for (const [period, pattern] of PERIODS) {
    const name = nameOf(period, path.match(pattern)?.[1] ?? "");
    if (name) return { kind: period, name };
  }
  return { kind: "slug", name: words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") };
}

/* A day, week, month or year in one of the many ways to write it, with its year first or last, as this archive writes it. */
function nameOf(kind, text) {
  const plain = text.toLowerCase().replace(/t\d.*$/, "").replace(/^(\d{4})(\d{2})(\d{2})?$/, "$1 $2 $3");
  const parts = plain.match(/\d+|[a-z]+/g)?.map((part) => MONTHS.indexOf(part.slice(0, 3)) + 1 || part) ?? [];
  const numbers = parts.filter((part) => !/[a-z]/.test(part)).map(Number);
  const at = numbers.findIndex((number) => number > 999);
  const year = at < 0 && numbers.length === 3 ? 2000 + numbers.shift() : numbers.splice(at, at < 0 ? 0 : 1)[0];
  if (!year || year > 9999) return null;
  // 29-05-2026, but May 29, 2026 and 05-29-2026.
  if (at === 2 && typeof parts[0] === "string" && numbers[1] <= 12) numbers.reverse();
  const [most, count] = { date: [[12, 31], 2], week: [[53], 1], month: [[12], 1], year: [[], 0] }[kind];
  if (numbers.length !== count || !numbers.every((number, place) => number >= 1 && number <= most[place])) return null;
  if (kind === "date" && new Date(Date.UTC(year, numbers[0] - 1, numbers[1])).getUTCDate() !== numbers[1]) return null;
  const rest = numbers.map((number) => String(number).padStart(2, "0"));
  return kind === "week" ? `${year}-W${rest[0]}` : [year, ...rest].join("-");
}

function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function search(words) {
  return new URL(`search/?q=${encodeURIComponent(words)}`, ROOT);
}

async function exists(address) {
  if (address.pathname === location.pathname) return false;
  try {
    return (await fetch(address, { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}

async function aboutPaper(name, isArxiv) {
  const address = new URL(`papers/${name}/`, ROOT);
  if (await exists(address)) return ["Perhaps you are looking for ", link(address, `papers/${name}/`), "."];
  const searched = link(search(name.replaceAll("-", " ")), "search for it");
  if (!isArxiv) return ["No paper has this address. You can ", searched, "."];
  return [`${name} was on no list of this archive. You can `, link(`https://arxiv.org/abs/${name}`, "read it on arXiv"), " or ", searched, "."];
}

/* Days, weeks, months and years have an index page each, which tells which there are. */
async function aboutPeriod(kind, name) {
  const index = new URL(`papers/${kind}/`, ROOT);
  const all = link(index, `all ${kind === "date" ? "days" : `${kind}s`}`);
  if (!name) return ["This address names no ", kind === "date" ? "day" : kind, ". Here are ", all, "."];
  let names;
  try {
    const answer = await fetch(index);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    names = [...page.querySelectorAll("#content a")]
      .map((found) => new URL(found.getAttribute("href"), index).pathname.match(new RegExp(`/papers/${kind}/([^/]+)/$`))?.[1])
      .filter(Boolean)
      .sort();
  } catch {
    return ["Here are ", all, "."];
  }
  const to = (found) => link(new URL(`${found}/`, index), found);
  if (names.includes(name)) return ["Perhaps you are looking for ", to(name), "."];
  const before = names.filter((found) => found < name).at(-1);
  const after = names.find((found) => found > name);
  const offers = [before && ["The one before is ", to(before), ". "], after && ["The one after is ", to(after), "."]];
  return [`There was no list ${kind === "date" ? "on" : "in"} ${name}. `, ...offers.filter(Boolean).flat()];
}

function readable(path) {
  try {
    return decodeURIComponent(path.slice(0, LONGEST)).normalize("NFKC");
  } catch {
    return path;
  }
}

async function help() {
  const { kind, name } = wanted(readable(location.pathname).slice(ROOT.pathname.length));
  const answers = {
    paper: () => aboutPaper(name, true),
    short: () => [`${name} is too short for an arXiv identifier. You can `, link(search(`arxiv:${name}*`), "search for those that begin with it"), "."],
    slug: () => (name ? aboutPaper(name, false) : []),
    place: () => ["Perhaps you are looking for ", link(new URL(name, ROOT), name === "." ? "the latest list" : name), "."],
  };
  const found = await (answers[kind] ?? (() => aboutPeriod(kind, name)))();
  if (found.length) document.getElementById("lost").replaceChildren(...found);
}

help();
