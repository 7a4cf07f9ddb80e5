// @ts-check
/* Citations in the formats of other programs, as papers/ris.py and papers/csl.py make them. */

/** Given names, family name and suffix; of a group all is in `family`. @typedef {{given: string, family: string, suffix: string}} Name */
/** What a page tells of a paper; "" is unknown. @typedef {{bibtex: string, key: string, title: string, authors: Name[], published: string, year: string, abstract: string, doi: string, arxiv: string, journal: string, url: string, keywords: string[]}} Citation */

/** TeX that citation.py writes for a character. @type {Record<string, string>} */
const NAMED = { textbackslash: "\\", textasciicircum: "^", textasciitilde: "~", textbraceleft: "{", textbraceright: "}" };

/** @type {Record<string, {type: string, ending: string, write: (papers: Citation[]) => string}>} */
export const FORMATS = {
  BibTeX: { type: "text/x-bibtex", ending: "bib", write: (papers) => papers.map(({ bibtex }) => bibtex).join("\n") },
  RIS: { type: "application/x-research-info-systems", ending: "ris", write: (papers) => papers.map(ris).join("") },
  "CSL-JSON": { type: "application/vnd.citationstyles.csl+json", ending: "json", write: (papers) => `${JSON.stringify(papers.map(csl), null, 1)}\n` },
};

/** @param {string} text */
const oneLine = (text) => text.trim().split(/\s+/).join(" ");

/** @param {string} text */
const plain = (text) => text.replace(/\\(text\w+)\{\}|\\([#$%&_])/g, (_, name, sign) => (name ? NAMED[name] : sign));

/** The names of a BibTeX field, as citation.py writes them: a group is in braces. @param {string} field @returns {Name[]} */
export function namesOf(field) {
  const apart = field.replace(/\{(?:[^{}]|\{\})*\}| and /g, (part) => (part === " and " ? "\n" : part));
  return apart.split("\n").filter(Boolean).map((name) => {
    if (name.startsWith("{")) return { given: "", family: plain(name.slice(1, -1)), suffix: "" };
    const [family, ...rest] = name.split(", ").map(plain);
    return { given: rest.pop() ?? "", family, suffix: rest.pop() ?? "" };
  });
}

/** A RIS record: see papers/ris.py. @param {Citation} paper */
export function ris(paper) {
  const known = [
    ["TY", "UNPB"],
    ["ID", paper.key],
    ["TI", paper.title],
    ...paper.authors.map(({ given, family, suffix }) => ["AU", given ? [family, given, suffix].filter(Boolean).join(", ") : family.replaceAll(",", "")]),
    ["PY", yearOf(paper)],
    ["DA", paper.published.replaceAll("-", "/")],
    ["AB", paper.abstract],
    ["DO", paper.doi],
    ["PB", paper.arxiv && "arXiv"],
    ["AN", paper.arxiv && `arXiv:${paper.arxiv}`],
    ["M1", paper.journal],
    ["UR", paper.url],
    ...paper.keywords.map((keyword) => ["KW", keyword]),
  ].filter(([, value]) => value);
  return [...known, ["ER", ""]].map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join("");
}

/** An item of CSL-JSON: see papers/csl.py. @param {Citation} paper */
export function csl(paper) {
  const date = paper.published.split("-").filter(Boolean).map(Number);
  const item = {
    id: paper.key,
    type: "article",
    title: paper.title,
    author: paper.authors.map(({ given, family, suffix }) => (given ? { family, given, ...(suffix && { suffix }) } : { literal: family })),
    issued: yearOf(paper) && { "date-parts": [date.length ? date : [Number(paper.year)]] },
    abstract: paper.abstract,
    DOI: paper.doi,
    URL: paper.url,
    publisher: paper.arxiv && "arXiv",
    number: paper.arxiv && `arXiv:${paper.arxiv}`,
    keyword: paper.keywords.join(", "),
    note: paper.journal,
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value && !(Array.isArray(value) && !value.length)));
}

/** @param {Citation} paper */
const yearOf = ({ published, year }) => published.slice(0, 4).replace(/^0+/, "") || year;
