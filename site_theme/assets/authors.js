// @ts-check
/* Authors that a list folds away are plain text, which every page would pay for as links: they become some when seen. */

/** @param {Element} details of the names, after a link to one of the authors */
export function linkAuthors(details) {
  const names = details.lastChild;
  const address = details.previousElementSibling?.getAttribute("href")?.replace(/:.*/, ":");
  if (!address || !(names instanceof Text)) return;
  const links = names.data.trim().split(", ").map((name) => {
    const link = document.createElement("a");
    link.href = address + encodeURIComponent(name.replace(/[\s:~^*+_-]+/g, "_").replace(/^_|_$/g, ""));
    link.textContent = name;
    return link;
  });
  names.replaceWith(...links.flatMap((link, place) => (place ? [", ", link] : [link])));
}
