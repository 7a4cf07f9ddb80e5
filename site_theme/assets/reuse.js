// @ts-check
/* What lists give to other programs: citations to export, and to Zotero the papers to pick from, as COinS. Zotero's
   translator for these (COinS.js, openurl.js) looks a paper up by its DOI once a reader has picked it. */

import { titleOf, writable } from "./marks.js";

const ARXIV = /^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/;
const results = document.querySelector("#content [data-search-list]");

/** The entries of all lists of the page, by paper: a month may list one twice. */
function listed() {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#content li[data-paper]"));
  return new Map([...entries].flatMap((entry) => {
    const link = entry.querySelector("a");
    return link && entry.dataset.paper ? [[entry.dataset.paper, { entry, link }]] : [];
  }));
}

/** The ContextObject of a paper on arXiv (ANSI/NISO Z39.88). @param {string} id @param {string} title */
function contextOf(id, title) {
  const said = { ctx_ver: "Z39.88-2004", rft_val_fmt: "info:ofi/fmt:kev:mtx:journal", rft_id: `info:doi/10.48550/arXiv.${id}`, "rft.atitle": title };
  return Object.entries(said).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

async function offerToZotero() {
  await writable;
  for (const [id, { entry, link }] of listed()) {
    if (!ARXIV.test(id) || entry.querySelector(".Z3988")) continue;
    const span = document.createElement("span");
    Object.assign(span, { className: "Z3988", hidden: true, title: contextOf(id, titleOf(link)) });
    entry.append(span);
  }
  document.dispatchEvent(new Event("ZoteroItemUpdated"));
}

const part = document.createElement("div");
part.innerHTML = `<p class="tools">Cite these papers: <button type="button">BibTeX</button> <button type="button">RIS</button>
<button type="button">CSL-JSON</button></p><p role="status"></p>`;
part.addEventListener("click", async ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const status = /** @type {HTMLElement} */ (part.lastElementChild);
  try {
    const { exportList } = await import("./export.js");
    await exportList([...listed().keys()], target.textContent, status);
  } catch {
    status.textContent = "No connection: nothing was exported.";
  }
});

if (results) {
  const follow = () => {
    part.hidden = !results.childElementCount;
    offerToZotero();
  };
  new MutationObserver(follow).observe(results, { childList: true });
  document.querySelector("[data-search-pages]")?.after(part);
  follow();
} else {
  [...listed().values()].at(-1)?.entry.closest("ol, ul")?.after(part);
  offerToZotero();
}
