// @ts-check
/* The switch "Like what I starred" of a list. What was starred never leaves the browser: all that is asked for are pages
   and files of this site, of each starred paper its page, for the day that listed it, and that day's terms, once. */

import { byLikeness } from "./likeness.js";
import { fewAtOnce, get, getPage } from "./pages.js";
import { ENOUGH_STARS, keep, kept, load, watch } from "./state.js";

/** @typedef {import("./likeness.js").Terms} Terms */

const MOST = 50; // of the starred papers, the newest
const SWITCH = "dailypapers.liking";
const KEPT = "dailypapers.terms";
const ROOT = new URL("../", import.meta.url);
const lists = [...document.querySelectorAll("ol.entries")];
const day = document.querySelector("h1[data-day], h1 [data-day]")?.getAttribute("data-day");

const button = document.createElement("button");
Object.assign(button, { type: "button", textContent: "Like what I starred" });
const said = document.createElement("p");
said.setAttribute("role", "status");

/** The terms of the papers of a day. @param {string | URL} address @returns {Promise<Record<string, Terms>>} */
const termsOf = async (address) => (await get(new URL("terms.json", address))).json();

/** The terms of a starred paper, null for one that is no longer here. @param {string} id */
async function lookUp(id) {
  const address = new URL(`papers/${id}/`, ROOT);
  try {
    const page = await getPage(address);
    const listed = page.querySelector(".kicker a")?.getAttribute("href");
    return listed ? (await termsOf(new URL(listed, address)))[id] ?? null : null;
  } catch {
    return null;
  }
}

/** The terms that were kept, of papers that are still starred. @param {string[]} ids @returns {Map<string, Terms>} */
function remembered(ids) {
  try {
    const found = JSON.parse(kept(KEPT));
    return new Map(ids.filter((id) => typeof found[id] === "object" && found[id]).map((id) => [id, found[id]]));
  } catch {
    return new Map();
  }
}

/** The terms of starred papers. @param {string[]} ids @param {Record<string, Terms>} today */
async function termsOfStarred(ids, today) {
  const found = remembered(ids);
  for (const id of ids) if (Object.hasOwn(today, id)) found.set(id, today[id]);
  const missing = ids.filter((id) => !found.has(id));
  const terms = await fewAtOnce(missing, lookUp);
  missing.forEach((id, at) => terms[at] && found.set(id, terms[at]));
  keep(KEPT, JSON.stringify(Object.fromEntries(found)));
  return found;
}

/** Move entries, so that the one where the reader is stays in its place of the window. @param {() => void} move */
function inPlace(move) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const entry = focused?.closest(".entries > li");
  const top = entry?.getBoundingClientRect().top ?? 0;
  move();
  if (!entry) return;
  focused?.focus({ preventScroll: true });
  scrollBy(0, entry.getBoundingClientRect().top - top);
}

/** @param {Element} list */
const entriesOf = (list) => /** @type {HTMLLIElement[]} */ ([...list.children]).sort((one, other) => one.value - other.value);

/** @param {HTMLElement} entry @param {string} id @param {string} title */
function giveReason(entry, id, title) {
  const reason = document.createElement("span");
  const link = document.createElement("a");
  reason.className = "like";
  link.href = new URL(`papers/${id}/`, ROOT).href;
  link.textContent = title;
  reason.append("like ", link);
  entry.querySelector(".meta")?.append(reason);
}

function takeReasons() {
  for (const reason of document.querySelectorAll(".entries .like")) reason.remove();
}

function listed() {
  takeReasons();
  inPlace(() => lists.forEach((list) => list.append(...entriesOf(list))));
}

async function liked() {
  const { starred } = load();
  const ids = Object.keys(starred).reverse().sort((a, b) => starred[b].on.localeCompare(starred[a].on)).slice(0, MOST);
  const today = await termsOf(new URL(`papers/date/${day}/`, ROOT));
  const terms = await termsOfStarred(ids, today);
  if (!isOn()) return;
  if (!terms.size) throw new Error("Nothing is known of the starred papers.");
  takeReasons();
  inPlace(() => {
    for (const list of lists) {
      const entries = new Map(entriesOf(list).map((entry) => [entry.dataset.paper ?? `#${entry.value}`, entry]));
      const order = byLikeness([...entries.keys()], new Map(Object.entries(today)), terms);
      for (const { id, nearest } of order) {
        const entry = /** @type {HTMLLIElement} */ (entries.get(id));
        list.append(entry);
        if (nearest) giveReason(entry, nearest, starred[nearest].title);
      }
    }
  });
  said.textContent = `Ordered by likeness to ${terms.size} starred papers.`;
}

const isOn = () => kept(SWITCH) === "on";

async function order() {
  button.setAttribute("aria-pressed", String(isOn()));
  if (!isOn()) return listed();
  try {
    await liked();
  } catch {
    said.textContent = "The order could not be found, as this needs a connection.";
  }
}

button.addEventListener("click", async () => {
  keep(SWITCH, isOn() ? "off" : "on");
  await order();
  if (!isOn()) said.textContent = "In the order of the list.";
});

const tools = document.querySelector(".tools");
if (tools && day) {
  button.setAttribute("aria-pressed", String(isOn()));
  tools.append(button);
  tools.nextElementSibling?.after(said);
  watch(() => (button.hidden = Object.keys(load().starred).length < ENOUGH_STARS));
  if (isOn() && !button.hidden) order();
}
