// @ts-check
/* On a list: going through it by keys and by clicks. What few readers ask for is fetched when one does. */

import "./keys.js";
import { leaveAt } from "./place.js";
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
  if (!(target instanceof Element) || !target.matches(".entries .by > details")) return;
  const { linkAuthors } = await import("./authors.js");
  linkAuthors(target);
}, true);

watch(() => {
  if (document.querySelector('[data-tool="hide"]') && Object.keys(load().starred).length >= ENOUGH_STARS) import("./liking.js");
});
