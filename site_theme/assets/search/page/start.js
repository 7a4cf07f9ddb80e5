// @ts-check
/* Everything is here, which the page waits for: it opens the search that it has. */

archive.openClient = openClient;
archive.openSearch = (form, input, first) => {
  const open = "searchPage" in form.dataset ? openSearchPage : openBox;
  const start = () => open(form, input, openClient(first));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
};
