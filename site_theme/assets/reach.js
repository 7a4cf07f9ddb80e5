// @ts-check
/* What scrolls within itself must be in reach of the keyboard; not every browser sees to that. */

/** Settles once the page is there with its style sheets, which nothing here waits for. @type {Promise<void>} */
export const loaded = new Promise((resolve) => {
  const look = () => document.readyState === "complete" && setTimeout(resolve);
  document.addEventListener("readystatechange", look);
  look();
});

/** @param {HTMLElement} element */
export function makeReachable(element) {
  if (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
}

loaded.then(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const scrolling = document.querySelectorAll("article :is(h1, .abstract):has(math), math[display=block], pre, .prose table");
  scrolling.forEach(makeReachable);
});
