// @ts-check
/* Everything is here, which the page waits for: it opens the search that it has. */
"use strict";

(function (archive) {
  const { openClient, openBox, openSearchPage } = archive; // one of the last two
  archive.openSearch = (form, input, first) => {
    const open = openSearchPage ?? openBox;
    const start = () => open(form, input, openClient(first));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  };
})(self.archive);
