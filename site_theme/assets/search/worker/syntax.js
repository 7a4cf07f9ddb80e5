// @ts-check
/* lunr's syntax as readers write it: which text uses it, and what it says. */

/** @typedef {{ field: "topics" | "authors", name: string }} WholeName */

const syntax = (function () {
  const FIELDS = "titles?|abstracts?|authors?|topics?|arxiv|id";
  const ALIASES = new Map(Object.entries({
    titles: "title", abstracts: "abstract", author: "authors", topic: "topics", id: "arxiv",
  }));

  // As links to authors and topics give it, or as people write it, with a blank after the colon.
  const WHOLE_NAME = /^\+?(author|topic)s?:(?:([^\s:~^*]+_[^\s:~^*]+)|\s+([^\s:~^*+]+(?:\s+[^\s:~^*+]+)+))$/iu;
  const SPACED_FIELD = new RegExp(`^(${FIELDS}):((?:\\s+[^\\s:~^*+]+){1,12})$`, "iu"); // what is longer was pasted

  const SIGN = /[-+:*~^]/;
  const SYNTAX = [
    "(?:^|\\s)[+-](?=[\\p{L}\\p{N}])", // +required -prohibited
    "(?:^|[\\s+-])\\p{L}+:(?!//)(?=\\S)", // field:word; not an address
    `^(?:${FIELDS}):$`,
    "[\\p{L}\\p{N}]{2}\\*|\\*[\\p{L}\\p{N}]{2}", // wild*; titles have A* and Q*
    "[\\p{L}\\p{N}]{2}(?:[~^][0-9]*)+(?=\\s|$)", // fuzzy~1 boosted^2; titles have R^2
  ].join("|");

  /** Most queries have no sign at all, and classes of all letters are costly to set up. @param {string} text */
  const usesSyntax = (text) => SIGN.test(text) && (SPACED_FIELD.test(text) || new RegExp(SYNTAX, "u").test(text));

  /** @param {string} name */
  const fieldOf = (name) => ALIASES.get(name.toLowerCase()) || name.toLowerCase();

  /** What a text asks for that asks for all papers with a whole name, or null.
      @param {string} text @returns {WholeName | null} */
  function wholeName(text) {
    const found = WHOLE_NAME.exec(text);
    if (!found) return null;
    const [, kind, joined, spaced] = found;
    return { field: kind.toLowerCase() === "author" ? "authors" : "topics", name: (joined || spaced).replaceAll("_", " ") };
  }

  /** A text as lunr's parser takes it: fields by their own names, and "title: two words" as both words there.
      @param {string} text */
  function written(text) {
    const spaced = SPACED_FIELD.exec(text);
    if (spaced) return spaced[2].trim().split(/\s+/).map((word) => `+${fieldOf(spaced[1])}:${word}`).join(" ");
    return text.replace(/(^|\s)([+-]?)(\p{L}+):/gu, (_, before, sign, name) => `${before}${sign}${fieldOf(name)}:`);
  }

  /** A text without the names of fields. @param {string} text */
  const unnamed = (text) => text.replace(/(^|\s)([+-]?)(\p{L}+):/gu, "$1");

  /** What lunr's parser says, for readers. @type {[said: RegExp, reason: string][]} */
  const REASONS = [
    [/distance/, "a number must follow the ~"],
    [/boost/, "a number must follow the ^"],
    [/^expect/, "a word must follow"],
  ];

  /** Why a query cannot be understood, for its reader.
      @param {lunr.QueryParseError} error @param {string} query @param {string[]} fields */
  function explained(error, query, fields) {
    const place = query.slice(error.start, error.end);
    const name = /^unrecognised field '(.*?)'/.exec(error.message);
    const reason = REASONS.find(([said]) => said.test(error.message))?.[1] ?? error.message;
    const why = name
      ? `There is no field “${name[1]}”; the fields are ${fields.join(", ")}.`
      : `This is not a complete query: ${reason}${place ? ` (at “${place}”)` : ""}.`;
    return `${why} Searched for the plain words instead.`;
  }

  /** Why a text finds nothing that has no term at all. @param {string} text */
  function unsearchable(text) {
    return analysis.words(text).length
      ? "Only words too common to be searched. Please add one that is not."
      : "There is no word in this to search for.";
  }

  return { explained, unnamed, unsearchable, usesSyntax, wholeName, written };
})();
