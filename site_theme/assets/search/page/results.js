/* Results and what is said about them. Texts of papers are hostile: they only ever become text nodes. */
"use strict";

(function (archive) {
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function pieces(marked) {
    return marked.map(([text, found]) => (found ? element("mark", "", text) : text));
  }

  /* What stands in the link of one result. */
  function content({ title, day, authors, moreAuthors, abstract }) {
    const by = element("span", "dp-result__authors", ...pieces(authors), moreAuthors ? " et al." : "");
    const when = element("time", "dp-result__day", day);
    when.dateTime = day;
    return [
      element("span", "dp-result__title", ...pieces(title)),
      element("span", "dp-result__about", ...(authors.length ? [by] : []), when),
      element("span", "dp-result__abstract", ...pieces(abstract)),
    ];
  }

  /* The link of one result. */
  function link(item) {
    const made = element("a", "dp-result", ...content(item));
    made.href = new URL(item.address, archive.root);
    made.dataset.searchResult = "";
    return made;
  }

  function papers(count) {
    return count === 1 ? "1 paper" : `${count.toLocaleString("en")} papers`;
  }

  /* The count, as a sentence. */
  function summary({ count, all }) {
    if (count === 0) return "No papers found.";
    if (all === null || all === count) return `${papers(count)} found.`;
    const some = `${papers(count - all)} with some of them.`;
    return all === 0 ? `No paper has all the words; ${some}` : `${papers(all)} with all the words, ${some}`;
  }

  /* Shows that a download failed, with a way to try again. */
  function showError(place, error, retry) {
    const button = element("button", "dp-search__retry", "Try again");
    button.type = "button";
    button.addEventListener("click", retry);
    place.replaceChildren(element("span", "", error.message), " ", button);
    place.hidden = false;
  }

  function showNotes(place, notes) {
    place.replaceChildren(...notes.map((note) => element("p", "dp-search__note", note)));
  }

  archive.results = { element, link, summary, showError, showNotes };
})(self.archive);
