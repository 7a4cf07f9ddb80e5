// @ts-check
/* Citations as files, made from the papers' own pages. */

import { entries } from "./bibtex.js";
import { FORMATS, namesOf } from "./citations.js";
import { textOf } from "./linear.js";
import { fewAtOnce, getPage } from "./pages.js";

/** @typedef {import("./citations.js").Citation} Citation */

const MOST = 300; // papers of a list of which the pages are read
const ROOT = new URL("../", import.meta.url);

/** @param {number} count */
const grouped = (count) => count.toLocaleString("en");

/** What a paper's page tells. @param {Document} page @returns {Citation | null} */
export function citationOf(page) {
  const bibtex = page.getElementById("bibtex")?.textContent;
  const told = page.querySelector('script[type="application/ld+json"]')?.textContent;
  if (!bibtex || !told) return null;
  const [{ author = "", year = "", url = "", eprint = "" }] = entries(bibtex);
  const { headline, datePublished = "", identifier = "", keywords = [] } = JSON.parse(told);
  const fact = (/** @type {string} */ name) => page.querySelector(`[data-${name}]`)?.textContent ?? "";
  const topics = page.querySelector('meta[name="citation_keywords"]')?.getAttribute("content")?.split("; ");
  return {
    bibtex,
    key: bibtex.slice(bibtex.indexOf("{") + 1, bibtex.indexOf(",")),
    title: headline,
    authors: namesOf(author),
    published: datePublished,
    year,
    abstract: [...page.querySelectorAll(".abstract > p")].map(textOf).join("\n\n"),
    doi: identifier,
    arxiv: eprint,
    journal: fact("journal"),
    url,
    keywords: [...fact("categories").split(", "), ...(topics ?? keywords)].filter(Boolean),
  };
}

/** The citation that a paper's page tells, or null where it could not be read. @param {string} id */
async function fetched(id) {
  try {
    return citationOf(await getPage(new URL(`papers/${id}/`, ROOT)));
  } catch {
    return null;
  }
}

/** Give a reader a file. @param {string} text @param {string} type @param {string} name */
export function save(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Give a reader a file of citations, and say how far it is. @param {string[]} ids @param {string} format one of FORMATS
    @param {string} name the file's, without its ending @param {(text: string) => void} say */
export async function exportCitations(ids, format, name, say) {
  const found = await fewAtOnce(ids, fetched, (done) => say(`Reading citations: ${grouped(done)} of ${grouped(ids.length)}`));
  const { type, ending, write } = FORMATS[format];
  const papers = /** @type {Citation[]} */ (found.filter(Boolean));
  const missing = ids.filter((_, place) => !found[place]);
  if (papers.length) save(write(papers), type, `${name}.${ending}`);
  say(missing.length
    ? `Exported ${grouped(papers.length)} of ${grouped(ids.length)}. Could not read the citation of ${missing.join(", ")}.`
    : `Exported ${grouped(papers.length)}.`);
}

/** The same for a list, of which not all need to be read one by one: the archive has files of them. @param {string[]} ids
    @param {string} format @param {HTMLElement} status */
export async function exportList(ids, format, status) {
  if (ids.length > MOST) {
    status.textContent = `These are more than ${MOST} papers. A year’s are in the files of `;
    const link = document.createElement("a");
    Object.assign(link, { href: new URL("data/", ROOT).href, textContent: "Data" });
    status.append(link, ".");
    return;
  }
  const name = location.pathname.split("/").filter(Boolean).at(-1) ?? "papers";
  await exportCitations(ids, format, name, (text) => (status.textContent = text));
}
