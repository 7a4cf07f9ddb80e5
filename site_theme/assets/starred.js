// @ts-check
/* The page of starred papers: the list, and its way out and in again. */

import { papers } from "./bibtex.js";
import { byline, load, merge, parse, problem, today, toggleStar, watch } from "./state.js";

const ROOT = new URL("../", import.meta.url);
const AT_ONCE = 6;
const LARGEST = 10_000_000; // bytes of a file; a browser keeps half as many for a site
const list = /** @type {HTMLElement} */ (document.querySelector(".stars"));
const file = /** @type {HTMLInputElement} */ (document.querySelector('input[type="file"]'));
const status = /** @type {HTMLElement} */ (document.querySelector('#content [role="status"]'));
/** @type {NodeListOf<HTMLButtonElement>} */
const exports = document.querySelectorAll("[data-export]");

/** @param {string} id */
const addressOf = (id) => new URL(`papers/${id}/`, ROOT);

/** @param {[string, import("./state.js").Star]} star */
function row([id, { title, on, by }]) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = addressOf(id).href;
  link.textContent = title;
  const remove = document.createElement("button");
  remove.type = "button";
  remove.textContent = "Remove";
  remove.setAttribute("aria-label", `Remove: ${title}`);
  remove.addEventListener("click", () => {
    const place = [...list.children].indexOf(item);
    const failure = toggleStar(id, title);
    if (failure) return say(failure);
    const next = list.children[place] ?? list.lastElementChild;
    return (next?.querySelector("button") ?? file).focus();
  });
  const since = document.createElement("small");
  since.textContent = `starred ${new Date(on).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}`;
  const authors = document.createElement("div");
  authors.className = "by";
  authors.textContent = by ?? "";
  const text = document.createElement("div");
  text.append(link, authors, since);
  item.append(text, remove);
  return item;
}

function show() {
  const stars = Object.entries(load().starred).reverse().sort(([, a], [, b]) => b.on.localeCompare(a.on));
  list.replaceChildren(...stars.map(row));
  for (const button of exports) button.disabled = !stars.length;
  if (!stars.length) say(problem() || "No paper is starred yet. Star one on its page, or in the list of a day.");
  else if (status.textContent.startsWith("No paper is")) say("");
}

/** @param {number} count */
function counted(count) {
  return count === 1 ? "1 starred paper" : `${count} starred papers`;
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

/** @param {string} text @param {string} type @param {string} name */
function save(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The BibTeX entry on a paper's page, or null. @param {string} id */
async function citation(id) {
  try {
    const answer = await fetch(addressOf(id));
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById("bibtex")?.textContent ?? null;
  } catch {
    return null;
  }
}

async function exportBibtex() {
  const ids = Object.keys(load().starred);
  /** @type {(string | null)[]} */
  const found = [];
  for (let place = 0; place < ids.length; place += AT_ONCE) {
    say(`Reading citations: ${place} of ${ids.length}`);
    found.push(...(await Promise.all(ids.slice(place, place + AT_ONCE).map(citation))));
  }
  const missing = ids.filter((_, place) => found[place] === null);
  save(found.filter(Boolean).join("\n"), "text/x-bibtex", "starred.bib");
  say(missing.length
    ? `Exported ${ids.length - missing.length} of ${ids.length}. Could not read the citation of ${missing.join(", ")}.`
    : `Exported ${ids.length}.`);
}

function exportJson() {
  const state = load();
  save(`${JSON.stringify(state, null, 1)}\n`, "application/json", "starred.json");
  say(`Exported ${Object.keys(state.starred).length}.`);
}

/** @param {string} text */
function read(text) {
  if (text.trimStart().startsWith("{")) return parse(JSON.parse(text));
  const starred = papers(text).map(([id, title, names]) => [id, { title: title || id, on: today(), by: byline(names) }]);
  return parse({ version: 1, starred: Object.fromEntries(starred), read: [] });
}

/** @param {File} chosen */
async function bringIn(chosen) {
  if (chosen.size > LARGEST) return say(`${chosen.name} is larger than 10 MB, more than this browser could keep; nothing was changed.`);
  try {
    const found = read(await chosen.text());
    say(merge(found) || `Imported ${counted(Object.keys(found.starred).length)} from ${chosen.name}.`);
  } catch {
    say(`${chosen.name} is neither an export of this page nor a BibTeX file; nothing was changed.`);
  }
}

for (const button of exports) {
  button.addEventListener("click", button.dataset.export === "json" ? exportJson : exportBibtex);
}
file.addEventListener("change", async () => {
  for (const chosen of file.files ?? []) await bringIn(chosen);
  file.value = "";
});
watch(show);
