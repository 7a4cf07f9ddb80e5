// @ts-check
/* On every page but a paper's: what a reader has read, and what is new since the last visit. */

import "./keys.js";
import "./marks.js";
import { loaded } from "./reach.js";
import "./state.js"; // named here too, so that all are asked for at once

const SEEN = "dailypapers.seen";

/* Mark the days that are newer than the newest day seen on an earlier visit; a visit is a browser session. */
function markNewDays() {
  /** @type {HTMLElement[]} */
  const elements = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-day]"))];
  const days = elements.map((element) => ({ element, day: element.dataset.day ?? "" }));
  const newest = days.map(({ day }) => day).sort().at(-1);
  if (!newest) return;
  const seen = localStorage.getItem(SEEN) ?? "";
  if (sessionStorage.getItem(SEEN) === null) sessionStorage.setItem(SEEN, seen);
  if (newest > seen) localStorage.setItem(SEEN, newest);
  const before = sessionStorage.getItem(SEEN);
  if (before) for (const { element, day } of days) element.classList.toggle("fresh", day > before);
}

/* What lists give to other programs is wanted by few, and comes last. */
loaded.then(async () => {
  if (!document.querySelector("li[data-paper], #content [data-search-list]")) return;
  try {
    await import("./reuse.js");
  } catch {
    // Without a connection the lists are there all the same.
  }
});

/** No day up to this one is new any more. @param {string} day */
export function catchUp(day) {
  try {
    if (day > (sessionStorage.getItem(SEEN) || day)) sessionStorage.setItem(SEEN, day);
    markNewDays();
  } catch {
    // A browser that keeps nothing marks no day as new.
  }
}

catchUp("");
