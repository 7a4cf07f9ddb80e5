/* Which papers a BibTeX file names: those of this archive by their page, others by their arXiv identifier. */

const NAME = /([\w-]+)\s*=\s*(?=[{"])/y;

/* The entries as [{field: value}]; of a value, the outer braces or quotes are left out. */
export function entries(text) {
  return [...text.matchAll(/@\w+\s*\{/g)]
    .map((start) => group(text, start.index + start[0].length - 1))
    .map((body) => fields(body));
}

/* The papers as [[id, title, names of authors]]. */
export function papers(text) {
  return entries(text)
    .map(({ url = "", eprint = "", title = "", author = "" }) => [idOf(url, eprint), plain(title), namesOf(plain(author))])
    .filter(([id]) => id);
}

function plain(value) {
  return value.replace(/[{}]/g, "").replace(/\s+/g, " ");
}

/* "Lovelace, Ada and Alan Turing" as ["Ada Lovelace", "Alan Turing"]. */
function namesOf(author) {
  return author.split(" and ").filter(Boolean).map((name) => name.split(", ").reverse().join(" "));
}

function idOf(url, eprint) {
  const own = url.match(/\/papers\/([a-z0-9-]+)\/?$/)?.[1];
  const arxiv = eprint.toLowerCase().replace(/v\d+$/, "").replace(/^([a-z-]+)\.[a-z]{2}\//, "$1/");
  return arxiv || own;
}

/* What stands between the brace at `open` and the brace that closes it. */
function group(text, open) {
  let depth = 0;
  for (let place = open; place < text.length; place++) {
    if (text[place] === "\\") place++;
    else if (text[place] === "{") depth++;
    else if (text[place] === "}" && --depth === 0) return text.slice(open + 1, place);
  }
  return text.slice(open + 1);
}

function fields(body) {
  const found = {};
  for (let place = 0; place < body.length; place++) {
    NAME.lastIndex = place;
    const name = NAME.exec(body);
    if (!name) continue;
    const open = NAME.lastIndex;
    const value = body[open] === "{" ? group(body, open) : body.slice(open + 1).split('"')[0];
    found[name[1].toLowerCase()] = value.trim();
    place = open + value.length + 1;
  }
  return found;
}
