/* A list opens in steps, so that a slow phone paints and answers between them: its first paper, all papers, what
   stands beside them, then the rest. Who comes back to a place in it, or is led to one, has it whole at once, laid out
   to its end: a place means nothing among entries of supposed heights. Runs just before the list. */
"use strict";

(function ({ classList }) {
  const late = ["late-list", "late-papers", "late-aside", "late-bottom"];
  const [visit] = performance.getEntriesByType("navigation");
  if (location.hash || visit?.type !== "navigate") {
    classList.add("whole");
    return;
  }
  if (document.hidden) return; // a tab in the background paints nothing

  function step() {
    classList.remove(late.shift());
    if (late.length) soon();
  }

  const soon = () => requestAnimationFrame(() => setTimeout(step)); // once what there is has been painted

  classList.add(...late);
  soon();
})(document.documentElement);
