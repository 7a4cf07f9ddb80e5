// @ts-check
/* Who comes back from a paper goes on where they left: the entry is as far down the window as it was. What a browser
   remembers is how far down the page, which is another place once all entries above have their true heights. */

/** The entry that a reader left, and how far down the window it was. @typedef {{entry: string, top: number}} Place */

/** Remember the place of an entry that is being left. @param {HTMLElement} entry */
export function leaveAt(entry) {
  history.replaceState({ entry: entry.dataset.paper, top: entry.getBoundingClientRect().top }, "");
  history.scrollRestoration = "manual";
}

/** @param {Place} place */
function comeBack({ entry, top }) {
  const left = document.querySelector(`.entries > [data-paper="${CSS.escape(entry)}"]`);
  if (!left) return;
  left.querySelector("a")?.focus({ preventScroll: true });
  scrollBy(0, left.getBoundingClientRect().top - top);
}

function stayHere() {
  history.replaceState(null, "");
  history.scrollRestoration = "auto";
}

if (history.state?.entry) {
  comeBack(history.state);
  addEventListener("load", () => setTimeout(stayHere)); // by then the browser restores no place of its own
}
addEventListener("pageshow", ({ persisted }) => persisted && stayHere()); // a browser that kept the page has kept the place
