// @ts-check
/* On a paper's page, which marks the paper as read: its star, and the newer papers that are related to it. */

import "./cite.js";
import "./keys.js";
import { switchStar, take } from "./marks.js";
import "./reach.js";
import { load, markRead, watch } from "./state.js";

/** @param {HTMLElement} article @param {string} id */
function open(article, id) {
  const star = /** @type {HTMLElement} */ (article.querySelector("[data-star]"));
  markRead([id], true);
  star.addEventListener("click", () => switchStar(article));
  watch(() => {
    const { starred } = load();
    star.setAttribute("aria-pressed", String(id in starred));
    star.textContent = id in starred ? "Starred" : "Star";
  });

  /* They come when a reader is at the older ones, or at the end of the abstract. */
  const end = article.querySelector(".related") ?? article.firstElementChild?.lastElementChild;
  const observer = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    observer.disconnect();
    try {
      const { addNewer } = await import("./newer.js");
      take(await addNewer(article));
    } catch {
      // Without a connection there are the older ones.
    }
  });
  if (end) observer.observe(end);
}

/** @type {HTMLElement | null} */
const article = document.querySelector("article[data-paper]");
if (article?.dataset.paper) open(article, article.dataset.paper);
