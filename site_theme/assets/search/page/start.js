/* Everything is here: open the search that the page has. */
"use strict";

(function (archive) {
  const { form, input, first, openClient, openBox, openSearchPage } = archive;
  const open = "searchPage" in form.dataset ? openSearchPage : openBox;
  const start = () => open(form, input, openClient(first));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
  archive.isOpen = true;
})(self.archive);
