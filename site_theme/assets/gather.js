// @ts-check
/* A split day as a whole: what stands on its other pages is brought to this one, to be ordered and chosen from. */

import { take } from "./marks.js";
import { getPage } from "./pages.js";

/** A page of the day, whose links lead where they led from there. @param {string} address */
async function read(address) {
  const page = await getPage(address);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll('main a[href]:not([href^="#"])');
  for (const link of links) link.href = new URL(link.getAttribute("href") ?? "", address).href;
  return page;
}

/** The heading of what one source listed, where a day names several; "" elsewhere. @param {Element} list */
function nameOf(list) {
  const heading = list.previousElementSibling;
  return heading?.matches("h2") ? heading.textContent : "";
}

/** The list here that a list of another page goes on. @param {Element} list */
function listHere(list) {
  const lists = [...document.querySelectorAll("ol.entries")];
  const same = lists.find((other) => nameOf(other) === nameOf(list));
  if (same) return same;
  const heading = document.createElement("h2");
  const empty = document.createElement("ol");
  heading.textContent = nameOf(list);
  empty.className = lists[0].className;
  lists.at(-1)?.after(heading, empty);
  return empty;
}

/** @param {Document} page */
function bringEntries(page) {
  return [...page.querySelectorAll("ol.entries")].flatMap((list) => {
    const entries = /** @type {HTMLLIElement[]} */ ([...list.children].map((entry) => document.adoptNode(entry)));
    listHere(list).append(...entries);
    return entries;
  });
}

/** @param {Document} page */
function bringThemes(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const rows = page.querySelectorAll("[data-theme]");
  for (const row of rows) {
    const here = document.querySelector(`[data-theme="${CSS.escape(row.dataset.theme ?? "")}"]`);
    const places = [...row.querySelectorAll('a[href^="#"]')].flatMap((place) => [document.adoptNode(place), " "]);
    if (here?.querySelector(".more")) here.querySelector(".more")?.before(...places);
    else here?.append(...places);
  }
}

/** Bring what the other pages of the day list; gives those entries. Rejects where a page cannot be had. */
export async function gather() {
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-parts] a:not([aria-current])"))];
  const pages = await Promise.all([...new Set(links.map((link) => link.href))].map(read));
  const entries = pages.flatMap(bringEntries);
  pages.forEach(bringThemes);
  take(entries.filter((entry) => entry.dataset.paper));
  return entries;
}
