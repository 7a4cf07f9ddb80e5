// @ts-check
/* Everything is here, which the page waits for: it opens the search that it has. */

/** @param {(form: HTMLFormElement, input: HTMLInputElement, client: Client) => void} open */
function start(open) {
  archive.openClient = openClient;
  archive.openSearch = (form, input, first) => {
    const begin = () => open(form, input, openClient(first));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
  };
}
