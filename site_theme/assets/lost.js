// @ts-check
/* Reads the address that led nowhere, whatever its spelling, and offers what was probably meant. */

import { getPage } from "./pages.js";
import { wanted } from "./wanted.js";

/** What is said: texts, and links among them. @typedef {(string | HTMLAnchorElement)[]} Said */
/** @typedef {import("./wanted.js").Period} Period */

const ROOT = new URL("../", import.meta.url);
const LONGEST = 2000; // characters of an address that anybody wrote

/** @param {URL | string} address @param {string} text */
function link(address, text) {
  const made = document.createElement("a");
  made.href = String(address);
  made.textContent = text;
  return made;
}

/** @param {string} words */
function search(words) {
  return new URL(`search/?q=${encodeURIComponent(words)}`, ROOT);
}

/** @param {URL} address */
async function exists(address) {
  if (address.pathname === location.pathname) return false;
  try {
    return (await fetch(address, { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}

/** @param {string} name @param {boolean} isArxiv @returns {Promise<Said>} */
async function aboutPaper(name, isArxiv) {
  const address = new URL(`papers/${name}/`, ROOT);
  if (await exists(address)) return ["Perhaps you are looking for ", link(address, `papers/${name}/`), "."];
  const searched = link(search(name.replaceAll("-", " ")), "search for it");
  if (!isArxiv) return ["No paper has this address. You can ", searched, "."];
  return [`${name} was on no list of this archive. You can `, link(`https://arxiv.org/abs/${name}`, "read it on arXiv"), " or ", searched, "."];
}

/** Days, weeks, months and years have an index page each, which tells which there are.
    @param {Period} kind @param {string | null} name @returns {Promise<Said>} */
async function aboutPeriod(kind, name) {
  const index = new URL(`papers/${kind}/`, ROOT);
  const all = link(index, `all ${kind === "date" ? "days" : `${kind}s`}`);
  if (!name) return ["This address names no ", kind === "date" ? "day" : kind, ". Here are ", all, "."];
  /** @type {string[]} */
  let names;
  try {
    const page = await getPage(index);
    const named = kind === "date" ? "data-day" : "data-period";
    names = [...page.querySelectorAll(`#content [${named}]`)].map((found) => found.getAttribute(named) ?? "").sort();
  } catch {
    return ["Here are ", all, "."];
  }
  const to = (/** @type {string} */ found) => link(new URL(`${found}/`, index), found);
  if (names.includes(name)) return ["Perhaps you are looking for ", to(name), "."];
  const before = names.filter((found) => found < name).at(-1);
  const after = names.find((found) => found > name);
  const offers = [
    ...(before ? ["The one before is ", to(before), ". "] : []),
    ...(after ? ["The one after is ", to(after), "."] : []),
  ];
  return [`There was no list ${kind === "date" ? "on" : "in"} ${name}. `, ...offers];
}

/** @param {string} path */
function readable(path) {
  try {
    return decodeURIComponent(path.slice(0, LONGEST)).normalize("NFKC");
  } catch {
    return path;
  }
}

/** @param {ReturnType<typeof wanted>} asked @returns {Said | Promise<Said>} */
function answer({ kind, name }) {
  if (kind === "paper") return aboutPaper(name, true);
  if (kind === "short") {
    return [`${name} is too short for an arXiv identifier. You can `, link(search(`arxiv:${name}*`), "search for those that begin with it"), "."];
  }
  if (kind === "slug") return name ? aboutPaper(name, false) : [];
  if (kind === "place") return ["Perhaps you are looking for ", link(new URL(name, ROOT), name === "." ? "the latest list" : name), "."];
  return aboutPeriod(kind, name);
}

const found = await answer(wanted(readable(location.pathname).slice(ROOT.pathname.length)));
if (found.length) document.getElementById("lost")?.replaceChildren(...found);
