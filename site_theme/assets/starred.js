// @ts-check
/* The page of starred papers: the list, and its way out and in again. */

import { papers } from "./bibtex.js";
import { exportCitations, save } from "./export.js";
import { byline, load, merge, parse, problem, today, toggleStar, VERSION, watch } from "./state.js";

const ROOT = new URL("../", import.meta.url);
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
  return count === 1 ? "1 starred paper" : `${count.toLocaleString("en")} starred papers`;
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

function exportJson() {
  const state = load();
  save(`${JSON.stringify(state, null, 1)}\n`, "application/json", "starred.json");
  say(`Exported ${counted(Object.keys(state.starred).length)}.`);
}

/** @param {string} text */
function read(text) {
  if (text.trimStart().startsWith("{")) return parse(JSON.parse(text));
  const starred = papers(text).map(([id, title, names]) => [id, { title: title || id, on: today(), by: byline(names) }]);
  return parse({ version: VERSION, starred: Object.fromEntries(starred), read: [] });
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
  const format = button.dataset.export ?? "";
  const start = () => (format === "json" ? exportJson() : exportCitations(Object.keys(load().starred), format, "starred", say));
  button.addEventListener("click", start);
}
file.addEventListener("change", async () => {
  for (const chosen of file.files ?? []) await bringIn(chosen);
  file.value = "";
});
watch(show);
