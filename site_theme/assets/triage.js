// @ts-check
/* On a list: going through it. What few readers ask for is fetched when one does. */

import { leaveAt } from "./place.js";
import { makeReachable } from "./reach.js";
import "./tools.js";
import { ENOUGH_STARS, load, watch } from "./state.js";

document.addEventListener("click", async (event) => {
  /** @type {HTMLAnchorElement | null} */
  const link = /** @type {Element} */ (event.target).closest(".entries a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".lead .more")) {
    event.preventDefault();
    const { unfold } = await import("./abstract.js");
    await unfold(link);
    return;
  }
  /** @type {HTMLElement | null} */
  const entry = link.closest("[data-paper]");
  if (entry) leaveAt(entry);
});

document.addEventListener("toggle", async ({ target }) => {
  if (!(target instanceof Element) || !target.matches(".entries details")) return;
  if (target.matches(".lead")) {
    const formulas = /** @type {NodeListOf<HTMLElement>} */ (target.querySelectorAll("math[display]"));
    return [/** @type {HTMLElement} */ (target), ...formulas].forEach(makeReachable);
  }
  const { linkAuthors } = await import("./authors.js");
  return linkAuthors(target);
}, true);

watch(() => {
  if (document.querySelector('[data-tool="hide"]') && Object.keys(load().starred).length >= ENOUGH_STARS) import("./liking.js");
});

/* The switches of a day's list, asked for by a click or by the address. */
if (document.querySelector("h1[data-day]")) {
  document.addEventListener("click", async ({ target }) => {
    /** @type {HTMLElement | null} */
    const part = /** @type {Element} */ (target).closest("[data-arrange], [data-tool=hide], .themes > summary");
    if (part) (await import("./arrange.js")).press(part);
  });
  if (location.search) import("./arrange.js");
}
