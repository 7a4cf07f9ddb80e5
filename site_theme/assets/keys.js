// @ts-check
/* Going through papers as through mail, by keys: on lists, on papers, in results. */

import { idOf, switchRead, switchStar } from "./marks.js";
import { load, markRead } from "./state.js";

const ITEMS = ".entries > li, .titles li[data-paper], .dp-found__list > li";
const PAPER = "article[data-paper]";
const MODERN = /^\d{4}\.\d{4,5}$/; // an identifier that is arXiv's own
/** @typedef {HTMLElement} Entry what tells of a paper */

const entries = () => [.../** @type {NodeListOf<Entry>} */ (document.querySelectorAll(ITEMS))];

/** The entry where the reader is. @returns {Entry | null} */
const here = () => document.activeElement?.closest(ITEMS) ?? null;

/** The entry where the reader is, or the paper whose page it is. @returns {Entry | null} */
const paper = () => here() ?? document.querySelector(PAPER);

/** Whether an entry is neither hidden nor yet to come. @param {Entry} entry */
const isShown = (entry) => entry.offsetParent !== null;

/** What a key does: in words, as a deed, and what a page must have for it.
    @type {Record<string, [words: string, deed: () => void, needs: string]>} */
const KEYS = {
  j: ["next paper; after the last, the next page", () => step(1), `${ITEMS}, ${PAPER} ~ .pager`],
  k: ["paper before", () => step(-1), `${ITEMS}, ${PAPER} ~ .pager`],
  o: ["open or close its abstract", () => click("details.lead > summary, .lead .more"), ".lead"],
  "*": ["star it, or take its star", () => change(switchStar), `${ITEMS}, ${PAPER}`],
  m: ["mark it as read or unread", () => change(switchRead), `${ITEMS}, ${PAPER}`],
  M: ["mark it and all above as read", markAbove, ITEMS],
  p: ["open its PDF", () => open("[href^='https://arxiv.org/pdf/']", "pdf"), `${ITEMS}, ${PAPER}`],
  c: ["open its code", () => open("[data-code]"), `.meta, ${PAPER}`],
  u: ["back to the list", goBack, PAPER],
  n: ["next day, week or page", () => pageAt(1)?.click(), turns(1)],
  b: ["day, week or page before", () => pageAt(-1)?.click(), turns(-1)],
  "?": ["show these keys", showKeys, "body"],
};

/** The links to the page after or before this one. @param {1 | -1} by */
function turns(by) {
  return by > 0
    ? `.pager [rel="next"], .dp-found__pages span + a`
    : `.pager [rel="prev"], .dp-found__pages a:has(+ span)`;
}

/** The last link to the page after or before this one: below the list. @param {1 | -1} by @returns {HTMLElement | undefined} */
function pageAt(by) {
  /** A long day goes on on pages of its own. @type {HTMLElement | null | undefined} */
  const part = document.querySelector("#content nav:not([hidden]) [aria-current]");
  const beside = by > 0 ? part?.nextElementSibling : part?.previousElementSibling;
  if (beside instanceof HTMLAnchorElement && location.pathname.includes("/date/")) return beside;
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(turns(by)))].at(-1);
}

/** @param {1 | -1} by */
function step(by) {
  const page = pageAt(by);
  if (document.querySelector(PAPER) || (page && document.activeElement === page)) return page?.click();
  const all = entries().filter(isShown);
  const entry = here();
  const place = entry ? all.indexOf(entry) : -1;
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : place + by];
  if (next) return show(next);
  return page?.focus();
}

/** Go to an entry, and have it at the top of the window, where its abstract has room. @param {Entry} entry */
function show(entry) {
  entry.querySelector("a")?.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "start" });
}

/** @param {string} selector of a control in the entry */
function click(selector) {
  /** @type {HTMLElement | null | undefined} */
  const control = here()?.querySelector(selector);
  control?.click();
}

/** Change a mark of the paper, and say so. @param {(place: Entry) => string} deed */
function change(deed) {
  const place = paper();
  if (place) say(deed(place));
}

function markAbove() {
  const all = entries();
  const entry = here();
  const above = entry ? all.slice(0, all.indexOf(entry) + 1) : [];
  const unread = above.map(idOf).filter((id) => id && !load().read.includes(id));
  if (unread.length && !markRead(unread, true)) say(`Marked ${unread.length.toLocaleString("en")} as read`);
}

/** Follow a link of the paper. @param {string} selector @param {string} [part] of arXiv's addresses, where the page has no link */
function open(selector, part) {
  const place = paper();
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = place?.querySelector(selector);
  if (link) return link.click();
  const id = place ? idOf(place) : "";
  if (part && MODERN.test(id)) location.assign(`https://arxiv.org/${part}/${id}`);
}

/** Go back to the list of a paper's day; to the place in it, where the reader came from there. */
function goBack() {
  /** @type {HTMLAnchorElement | null} */
  const list = document.querySelector(`${PAPER} .kicker a`);
  if (list && document.referrer === list.href) history.back();
  else list?.click();
}

const said = document.createElement("p");
said.className = "said";
said.setAttribute("role", "status");
document.body.append(said);

/** Say what a key did, to the eye and to the ear. @param {string} text */
function say(text) {
  said.textContent = "";
  setTimeout(() => (said.textContent = text)); // what was said before is said again
}

/** A paper that is read may be hidden at once: then the next one is where the reader goes on.
    @param {HTMLElement} otherwise where there is none */
export function goOn(otherwise) {
  const entry = here();
  if (!entry || isShown(entry)) return;
  const all = entries();
  const place = all.indexOf(entry);
  const other = all.slice(place).find(isShown) ?? all.slice(0, place).findLast(isShown);
  if (other) show(other);
  else otherwise.focus();
}

/** What Tab leads to is opened by the browser itself. @type {[string[], string]} */
const LIST_KEYS = [["Enter", "Left", "Right"], "open the paper; go along a row of links"];

/** Whether keys belong to something else now: a field, a dialog, a shortcut of the browser. @param {KeyboardEvent} event */
function isTaken(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  return (
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented ||
    target.isContentEditable || target.closest("input, textarea, select, dialog, [role=dialog]") ||
    document.querySelector("dialog[open]")
  );
}

/** Open the dialog that tells which keys do something here. */
export async function showKeys() {
  const useful = Object.entries(KEYS).filter(([, [, , needs]]) => document.querySelector(needs));
  /** @type {[string[], string][]} */
  const rows = useful.map(([key, [words]]) => [[key], words]);
  try {
    const { openKeys } = await import("./shortcuts.js");
    openKeys([...rows, ...(document.querySelector(ITEMS) ? [LIST_KEYS] : [])]);
  } catch {
    say("No connection: the keys cannot be shown");
  }
}

document.addEventListener("keydown", (event) => {
  const action = KEYS[event.key]?.[1];
  if (!action || isTaken(event) || !(self.archive?.shortcuts.areOn() ?? true)) return;
  event.preventDefault();
  action();
});
