// @ts-check
/* What the index has not: a paper's whole abstract, all its authors and topics, from the paper's own page. */

/** `shown` is the abstract with its formulas as characters; else they are TeX, in whose words a paper is found.
    @typedef {{ abstract: string, shown: string, authors: string[], topics: string[] }} PageTexts */

const openPages = (function () {
  const ABSTRACT = /<section class="abstract"[^>]*>([\s\S]*?)<\/section>/;
  const AUTHORS = /<div class="by">([\s\S]*?)<\/div>/;
  const TOPICS = /<dd data-topics>([\s\S]*?)<\/dd>/;
  const LINK = /<a [^>]*>([\s\S]*?)<\/a>/g;
  const FORMULA = /<math[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/g;
  /** @type {Record<string, string>} */
  const CHARACTERS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&amp;": "&" };
  const PATIENCE = 30_000; // milliseconds for a page

  /** The text of HTML, formulas as TeX. @param {string} html */
  function textOf(html) {
    const tagless = html.replace(FORMULA, "$1").replace(/<\/p>\s*<p>/g, " ").replace(/<[^>]*>/g, "");
    return tagless.replace(/&[#\w]+;/g, (entity) => CHARACTERS[entity] ?? " ").replace(/\s+/g, " ").trim();
  }

  /** @param {RegExp} pattern @param {string} html */
  const part = (pattern, html) => pattern.exec(html)?.[1] ?? "";
  /** @param {string} html @param {(html: string) => string} linear @returns {PageTexts} */
  const textsOf = (html, linear) => ({
    abstract: textOf(part(ABSTRACT, html)),
    shown: textOf(linear(part(ABSTRACT, html))),
    authors: [...part(AUTHORS, html).matchAll(LINK)].map(([, name]) => textOf(name)),
    topics: textOf(part(TOPICS, html)).split(", ").filter(Boolean),
  });

  /** A function from the address of a paper to the texts of its page; each page is downloaded once.
      @param {string} folder @returns {(address: string) => Promise<PageTexts>} */
  return function openPages(folder) {
    /** @param {string} address */
    async function fetched(address) {
      try {
        const response = await fetch(new URL(`../../${address}`, folder), { signal: AbortSignal.timeout(PATIENCE) });
        // A page that is gone has no texts; one that does not come may have any.
        if (!response.ok && response.status !== 404) throw new Error(String(response.status));
        const html = await response.text();
        if (!html.includes("<math")) return textsOf(html, (text) => text);
        /** @type {typeof import("../../linear.js")} */
        const { linear } = await import(String(new URL("../linear.js", folder)));
        return textsOf(html, linear);
      } catch {
        throw new DownloadError(messages.OFFLINE, false);
      }
    }

    return once(fetched);
  };
})();
