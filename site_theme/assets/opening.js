/* A list opens in steps, so that a slow phone paints and answers between them: its first papers, all papers, what
   stands beside them, then the rest. Who comes back to a place in it, or is led to one, has it whole at once. Runs just
   before the list. */
"use strict";

(function ({ dataset }) {
  const LAST = 4;
  const [visit] = performance.getEntriesByType("navigation");
  if (location.hash || visit?.type !== "navigate") return;

  function step() {
    if (Number(dataset.opening) === LAST) {
      delete dataset.opening;
    } else {
      dataset.opening = Number(dataset.opening) + 1;
      soon();
    }
  }

  const soon = () => requestAnimationFrame(() => setTimeout(step)); // once what there is has been painted

  dataset.opening = 1;
  soon();
})(document.documentElement);
