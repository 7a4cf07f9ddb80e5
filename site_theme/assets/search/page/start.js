/* Everything is here: open the search that the page has. */
"use strict";

(function ({ form, input, first, openClient, openBox, openSearchPage }) {
  const open = "searchPage" in form.dataset ? openSearchPage : openBox;
  open(form, input, openClient(first));
})(self.archive);
