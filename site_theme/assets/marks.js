// @ts-check
/* Whether papers are starred and read: shown, and changed, wherever a page lists some. */

import { makeReachable, loaded } from "./reach.js";
import { joinStops } from "./rows.js";
import { byline, load, markRead, renameStar, toggleStar, watch } from "./state.js";

const AT_ONCE = 10;
const MARKED = "li[data-paper]:is(:has(.meta), .related > li, .titles li)";

/** The identifier of the paper that a part of a page tells of; of some its link alone says it. @param {HTMLElement} place */
export function idOf(place) {
  return place.dataset.paper ?? place.querySelector("a")?.pathname.split("/papers/").at(-1)?.slice(0, -1) ?? "";
}

/** @type {NodeListOf<HTMLElement>} */
const related = document.querySelectorAll(".related > li");
for (const entry of related) entry.dataset.paper = idOf(entry);
const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("li[data-paper]"))];

/** @type {typeof import("./linear.js") | null} */
let linear = null;

/** Settles once the titles of the page can be written, where formulas stand in some. @type {Promise<void>} */
export const writable = (async () => {
  if (document.querySelector("[data-paper] math")) linear = await import("./linear.js").catch(() => null);
})();

/** The text of a title, its formulas as characters. @param {Element} element */
export function titleOf(element) {
  if (linear) return linear.textOf(element);
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const annotation of copy.querySelectorAll("annotation")) annotation.remove();
  return (copy.textContent ?? "").trim();
}

/** The authors that stand below a title, in short; a result of a search says so itself. @param {HTMLElement} element */
function authorsOf(element) {
  if (element.dataset.by !== undefined) return element.dataset.by || undefined;
  const names = [...element.querySelectorAll(".by > a")].map((name) => name.textContent);
  /** Names that are folded away: as links, or on a list as text. @type {HTMLElement | null} */
  const folded = element.querySelector(".by > details");
  return byline(names, Number(folded?.dataset.more ?? folded?.querySelectorAll("a").length ?? 0));
}

const notice = document.createElement("p");
notice.className = "unkept";
notice.setAttribute("role", "alert");

/** Say below a paper, one of whose marks was to change, why the browser did not keep that, if it did not.
    @param {string} problem @param {Element} place */
function tell(problem, place) {
  notice.remove();
  notice.textContent = problem;
  if (!problem) return;
  const row = place.querySelector(".buttons, .meta");
  if (row) row.after(notice);
  else place.append(notice);
}

/** Star a paper, or take its star; gives what is then to be said, "" where that failed.
    @param {HTMLElement} place what tells of it */
export function switchStar(place) {
  const id = idOf(place);
  const title = place.querySelector("h1") ?? place.querySelector("a");
  const problem = toggleStar(id, title ? titleOf(title) : id, authorsOf(place));
  tell(problem, place);
  // Who is quicker than the script that writes formulas is not kept waiting.
  if (!linear && title?.querySelector("math")) writable.then(() => renameStar(id, titleOf(title)));
  if (problem) return "";
  return id in load().starred ? "Starred" : "No longer starred";
}

/** Mark a paper as read or unread; gives what is then to be said, "" where that failed.
    @param {HTMLElement} place what tells of it */
export function switchRead(place) {
  const id = idOf(place);
  const isRead = !load().read.includes(id);
  const problem = markRead([id], isRead);
  tell(problem, place);
  if (problem) return "";
  return isRead ? "Marked as read" : "Marked as unread";
}

const template = document.createElement("template");
template.innerHTML = `<span class="marks"><button type="button" title="Read or not"></button>
<button type="button" title="Star"></button></span>`;

/** @param {HTMLElement} entry */
function addMarks(entry) {
  const link = entry.querySelector("a");
  if (!link || !entry.dataset.paper || entry.querySelector(".marks")) return;
  const title = titleOf(link);
  const marks = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [readMark, star] = marks.querySelectorAll("button");
  readMark.setAttribute("aria-label", `Read: ${title}`);
  star.setAttribute("aria-label", `Star: ${title}`);
  readMark.addEventListener("click", () => switchRead(entry));
  star.addEventListener("click", () => switchStar(entry));
  (entry.querySelector(".meta") ?? entry).append(marks);
  joinStops(entry);
  /** @type {HTMLElement | null} */
  const formulas = entry.querySelector(".lead:not(details):has(math)");
  if (formulas) makeReachable(formulas);
}

/** Take in entries that came later, perhaps in the place of others. @param {HTMLElement[]} added */
export function take(added) {
  entries.splice(0, Infinity, ...entries.filter((entry) => entry.isConnected), ...added);
  added.forEach(addMarks);
  show();
}

/* Who is at a paper already need not wait for its turn. */
function markFocused() {
  /** @type {HTMLElement | null | undefined} */
  const entry = document.activeElement?.closest(`${MARKED}:not(:has(.marks))`);
  if (!entry) return;
  addMarks(entry);
  show([entry]);
}

/* A long list is worked through in turns, so that the page answers meanwhile, and not before the list has come. */
async function addAllMarks() {
  const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  await loaded;
  while (document.documentElement.matches("[class*=late-]")) await painted();
  await writable;
  const unmarked = entries.filter((entry) => entry.matches(MARKED));
  for (let place = 0; place < unmarked.length; place += AT_ONCE) {
    const some = unmarked.slice(place, place + AT_ONCE);
    some.forEach(addMarks);
    show(some);
    await new Promise((next) => setTimeout(next));
  }
}

function show(some = entries) {
  const { starred, read } = load();
  const isRead = new Set(read);
  for (const entry of some) {
    const id = entry.dataset.paper ?? "";
    entry.classList.toggle("read", isRead.has(id));
    const [readMark, star] = entry.querySelectorAll(".marks button");
    if (!star) continue;
    readMark.setAttribute("aria-pressed", String(isRead.has(id)));
    star.setAttribute("aria-pressed", String(id in starred));
  }
}

watch(() => show());
addAllMarks();
markFocused();
document.addEventListener("focusin", markFocused);
