/* Reads the address that led nowhere, whatever its spelling, and offers what was probably meant. */

import { wanted } from "./wanted.js";

const ROOT = new URL("../", import.meta.url);
const LONGEST = 2000; // characters of an address that anybody wrote

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
