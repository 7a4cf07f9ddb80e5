/* Reads the address that led nowhere, whatever its spelling, and offers what was probably meant. */

const ROOT = new URL("../", import.meta.url);
const NEW_STYLE = /\b(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\b/i;
const OLD_STYLE = /\b([a-z]+(?:-[a-z]+)*)(?:\.[a-z]{2})?\/(\d{7})(?:v\d+)?\b/i;
/* All of the address's end: a number inside a title is no date. */
const DATE = /(?:^|\/)(\d{4})[-/._]?(0?[1-9]|1[0-2])[-/._]?(0?[1-9]|[12]\d|3[01])(?:\.html?)?\/?$/;
const WEEK = /(?:^|\/)(\d{4})[-/_.]?w(\d{1,2})(?:\.html?)?\/?$/i;
const MONTH = /(?:^|\/)(\d{4})[-/._]?(0?[1-9]|1[0-2])(?:\.html?)?\/?$/;

const YEAR = /(?:^|\/)(\d{4})(?:\.html?)?\/?$/;

/* What an address asks for: {kind, name}, name as this archive spells it. */
export function wanted(path) {
  const arxiv = path.match(NEW_STYLE)?.[1] ?? path.match(OLD_STYLE)?.slice(1).join("/").toLowerCase();
  if (arxiv) return { kind: "paper", name: arxiv };
  const week = path.match(WEEK);
  if (week) return { kind: "week", name: `${week[1]}-W${week[2].padStart(2, "0")}` };
  const date = path.match(DATE);
  if (date) return { kind: "date", name: [date[1], ...date.slice(2).map((part) => part.padStart(2, "0"))].join("-") };
  const month = path.match(MONTH);
  if (month) return { kind: "month", name: `${month[1]}-${month[2].padStart(2, "0")}` };
  const year = path.match(YEAR);
  if (year) return { kind: "year", name: year[1] };
  const words = path.split("/").filter(Boolean).at(-1) ?? "";
  return { kind: "slug", name: words.toLowerCase().replace(/\.html?$/, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") };
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
  const answer = await fetch(index);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const names = [...page.querySelectorAll("#content a")]
    .map((found) => new URL(found.getAttribute("href"), index).pathname.match(new RegExp(`/papers/${kind}/([^/]+)/$`))?.[1])
    .filter(Boolean)
    .sort();
  const to = (found) => link(new URL(`${found}/`, index), found);
  if (names.includes(name)) return ["Perhaps you are looking for ", to(name), "."];
  const before = names.filter((found) => found < name).at(-1);
  const after = names.find((found) => found > name);
  const offers = [before && ["The one before is ", to(before), ". "], after && ["The one after is ", to(after), "."]];
  return [`There was no list on ${name}. `, ...offers.filter(Boolean).flat()];
}

async function help() {
  const path = decodeURIComponent(location.pathname).slice(ROOT.pathname.length);
  const { kind, name } = wanted(path);
  if (!name) return;
  const found = await (kind === "paper" || kind === "slug" ? aboutPaper(name, kind === "paper") : aboutPeriod(kind, name));
  document.getElementById("lost").replaceChildren(...found);
}

help();
