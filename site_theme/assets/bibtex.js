// @ts-check
/* Which papers a BibTeX file names: those of this archive by their page, others by their arXiv identifier. */

/** @typedef {Record<string, string>} Entry */

/* What tells where entries, fields and values begin and end; a word is looked at from its beginning only. */
const TOKEN = /\\[^]|(?<line>@(?<=^[^\S\n]*@)\w+\s*\{)|(?<start>@\w+\s*\{)|(?<![\w-])(?<name>[\w-]+)\s*=\s*(?=[{"])|[{}"]/gm;

/** The entries, each a value by field, without its outer braces or quotes. What nothing closes ends where a line begins
    the next entry. Read in one pass, as a file may be long and broken. @param {string} text */
export function entries(text) {
  /** @type {Entry[]} */
  const found = [];
  /** @type {Entry | undefined} */
  let entry;
  /** @type {string | undefined} */
  let name;
  let from = 0; // where a value begins
  let depth = 0;
  const end = (/** @type {number} */ place) => {
    if (entry && name && from) entry[name] = text.slice(from, place).trim();
    name = undefined;
    from = 0;
  };
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKEN)) {
    const after = index + token.length;
    if (groups.line || (groups.start && depth === 0)) {
      end(index);
      found.push((entry = {}));
      depth = 1;
    } else if (groups.name) {
      if (depth === 1 && !from) name = groups.name.toLowerCase();
    } else if (token === "}") {
      if (depth === 2 && text[from - 1] === "{") end(index);
      if (depth === 1) end(index);
      depth = Math.max(0, depth - 1);
    } else if (token === '"') {
      if (depth === 1 && from) end(index);
      else if (depth === 1) from = name ? after : 0;
    } else if (token.endsWith("{")) {
      if (depth === 1 && !from) from = name ? after : 0;
      if (depth) depth++;
    }
  }
  end(text.length);
  return found;
}

/** The papers as [[id, title, names of authors]]; throws a TypeError for what is no BibTeX at all.
    @param {string} text @returns {[string, string, string[]][]} */
export function papers(text) {
  const found = entries(text);
  if (!found.length) throw new TypeError("This is not BibTeX.");
  return found.flatMap(({ url = "", eprint = "", title = "", author = "" }) => {
    const id = idOf(url, eprint);
    return id ? [[id, plain(title), namesOf(plain(author))]] : [];
  });
}

/** @param {string} value */
function plain(value) {
  return value.replace(/[{}]/g, "").replace(/\s+/g, " ");
}

/** "Lovelace, Ada and Alan Turing" as ["Ada Lovelace", "Alan Turing"]. @param {string} author */
function namesOf(author) {
  return author.split(" and ").filter(Boolean).map((name) => name.split(", ").reverse().join(" "));
}

/** @param {string} url @param {string} eprint */
function idOf(url, eprint) {
  const own = url.match(/\/papers\/([a-z0-9-]+)\/?$/)?.[1];
  const arxiv = eprint.toLowerCase().replace(/v\d+$/, "").replace(/^([a-z-]+)\.[a-z]{2}\//, "$1/");
  return arxiv || own;
}
