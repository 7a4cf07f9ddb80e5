// @ts-check
/* A list opens in steps, so that a slow phone paints and answers between them: nothing, since a browser has enough to
   set up for its first frame, then the page's head, the list's, its first paper, two more, all papers, and what stands
   beside and below. A key or a click, which may lead to what has not come yet, has it whole at once; so has who comes
   back to a place in it, or is led to one, and laid out to its end: a place means nothing among entries of supposed
   heights. Runs once the style sheets are there, before there is anything to show. */
"use strict";

(function (page) {
  const late = ["late-top", "late-main", "late-list", "late-few", "late-rest", "late-end"];
  const FONTS = [
    ["600 1.0625rem var(--serif)", "600 clamp(1.6rem, 1.2rem + 2vw, 2.15rem) var(--serif)"],
    ["1rem var(--sans)", ".9375rem var(--sans)", ".875rem var(--sans)"],
    ["1rem var(--serif)", "600 1.1875rem var(--serif)"],
  ]; // of headings, of what stands around them and of a paper, as archive.css has them
  const PATIENCE = 3000; // milliseconds, for a browser that paints nothing
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (location.hash || visit?.type !== "navigate") {
    page.classList.add("whole");
    return;
  }
  if (document.hidden) return; // a tab in the background paints nothing

  function step() {
    if (!late.length) return;
    page.classList.remove(...late.splice(0, 1));
    void page.offsetHeight; // is laid out here, and only painted in the frame after it
    if (late.length) soon();
  }

  function openWhole() {
    page.classList.remove(...late.splice(0));
  }

  const soon = () => requestAnimationFrame(() => setTimeout(step)); // once what there is has been painted

  /** A browser asks the system for each font that it comes upon, and waits for the answer: not all in one frame.
      @param {string[]} fonts */
  function lookFor(fonts) {
    const probe = document.createElement("p");
    for (const font of fonts) {
      const text = document.createElement("span");
      text.textContent = "a";
      text.style.font = font;
      probe.append(text);
    }
    page.append(probe);
    void probe.offsetHeight;
    probe.remove();
  }

  page.classList.add(...late);
  void getComputedStyle(page).color; // has the style sheets worked through now, and not in the first frame
  for (const fonts of FONTS) setTimeout(lookFor, 0, fonts);
  soon();
  setTimeout(openWhole, PATIENCE);
  for (const act of ["keydown", "click"]) addEventListener(act, openWhole, { capture: true, once: true });
})(document.documentElement);
