/* What the index has not: a paper's whole abstract, all its authors and topics, from the paper's own page. The abstract
   with its formulas as TeX, as the index has its words, and as it is shown, with formulas as characters. */
"use strict";

(function (archive) {
  const ABSTRACT = /<section class="abstract"[^>]*>([\s\S]*?)<\/section>/;
  const AUTHORS = /<div class="by">([\s\S]*?)<\/div>/;
  const TOPICS = /<dt>Topics<\/dt><dd>([\s\S]*?)<\/dd>/;
  const LINK = /<a [^>]*>([\s\S]*?)<\/a>/g;
  const FORMULA = /<math[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation>[\s\S]*?<\/math>/g;
  const CHARACTERS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&amp;": "&" };
  const PATIENCE = 30_000; // milliseconds for a page

  /* The text of HTML, formulas as TeX. */
  function textOf(html) {
    const tagless = html.replace(FORMULA, "$1").replace(/<\/p>\s*<p>/g, " ").replace(/<[^>]*>/g, "");
    return tagless.replace(/&[#\w]+;/g, (entity) => CHARACTERS[entity] ?? " ").replace(/\s+/g, " ").trim();
  }

  const part = (pattern, html) => pattern.exec(html)?.[1] ?? "";
  const textsOf = (html, shown) => ({
    abstract: textOf(part(ABSTRACT, html)),
    shown: textOf(shown(part(ABSTRACT, html))),
    authors: [...part(AUTHORS, html).matchAll(LINK)].map(([, name]) => textOf(name)),
    topics: textOf(part(TOPICS, html)).split(", ").filter(Boolean),
  });

  /* A function from the address of a paper to {abstract, shown, authors, topics}; each page is downloaded once. */
  function openPages(folder) {
    const pages = new Map();

    async function fetched(address) {
      try {
        const response = await fetch(new URL(`../../${address}`, folder), { signal: AbortSignal.timeout(PATIENCE) });
        // A page that is gone has no texts; one that does not come may have any.
        if (!response.ok && response.status !== 404) throw new Error(String(response.status));
        const html = await response.text();
        const { linear } = html.includes("<math") ? await import(new URL("../linear.js", folder)) : { linear: (text) => text };
        return textsOf(html, linear);
      } catch {
        pages.delete(address);
        throw new archive.DownloadError(archive.messages.OFFLINE, false);
      }
    }

    return (address) => {
      if (!pages.has(address)) pages.set(address, fetched(address));
      return pages.get(address);
    };
  }

  archive.openPages = openPages;
})(self.archive);
