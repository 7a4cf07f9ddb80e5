// @ts-check
/* Authors that a list folds away are plain text, which every page would pay for as links: they become some when seen. */

/** @param {Element} details of the names, after a link to one of the authors */
export function linkAuthors(details) {
  const address = details.previousElementSibling?.getAttribute("href")?.replace(/:.*/, ":");
  if (!address || details.querySelector("a")) return;
  const texts = [...details.childNodes].map((node) => (node.nodeName === "SPAN" ? node.firstChild : node));
  for (const text of texts) if (text instanceof Text) text.replaceWith(...links(text.data, address));
}

/** The names of a text, as links; what stands around them stays. @param {string} text @param {string} address */
function links(text, address) {
  return text.split(/(, )/).map((part) => {
    const name = part.trim();
    if (!name || name === ",") return part;
    const link = document.createElement("a");
    link.href = address + encodeURIComponent(name.replace(/[\s:~^*+_-]+/g, "_").replace(/^_|_$/g, ""));
    link.textContent = name;
    link.tabIndex = -1; // the row is one stop: see rows.js
    return link;
  });
}
