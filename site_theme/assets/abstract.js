// @ts-check
/* A split day shows the beginnings of abstracts only; the rest stands on each paper's page, and is fetched from there. */

import { fewAtOnce, getPage } from "./pages.js";

/** Take as much text from the beginning of `abstract` as `lead` has; white space may differ.
    @param {string} lead @param {Element} abstract */
function takeAway(lead, abstract) {
  const texts = document.createTreeWalker(abstract, NodeFilter.SHOW_TEXT);
  let left = lead.replace(/\s/g, "").length;
  let end = 0;
  while (left > 0 && texts.nextNode()) {
    const { data } = /** @type {Text} */ (texts.currentNode);
    for (end = 0; end < data.length && left > 0; end++) if (/\S/.test(data[end])) left--;
  }
  const range = document.createRange();
  range.setStart(abstract, 0);
  range.setEnd(texts.currentNode, end);
  range.deleteContents();
}

/** Put the whole abstract in the place of its beginning, open, and give its first line. Rejects where it cannot be had.
    @param {HTMLAnchorElement} more the link at the end of the beginning */
async function bring(more) {
  const page = await getPage(more.href);
  const abstract = document.adoptNode(/** @type {Element} */ (page.querySelector(".abstract")));
  const lead = /** @type {Element} */ (more.closest(".lead"));
  const before = /** @type {Text} */ (more.previousSibling);
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  before.data = before.data.replace(/\s…\s$/, "");
  more.remove();
  if (!lead.matches(".gist")) takeAway(lead.textContent, abstract);
  summary.append(...lead.childNodes);
  details.append(summary, ...abstract.childNodes);
  Object.assign(details, { className: lead.className, open: true });
  lead.replaceWith(details);
  return summary;
}

/** Unfold an abstract; where it cannot be had, go to the paper's page. @param {HTMLAnchorElement} more */
export async function unfold(more) {
  try {
    const summary = await bring(more);
    if (document.activeElement === document.body) summary.focus();
  } catch {
    location.assign(more.href);
  }
}

/** Unfold many; gives how many could not be had. @param {HTMLAnchorElement[]} links */
export async function unfoldAll(links) {
  const came = await fewAtOnce(links, (more) => bring(more).then(() => true, () => false));
  return came.filter((each) => !each).length;
}
