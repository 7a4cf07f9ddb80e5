/* A list opens in steps, so that a slow phone paints and answers between them: the page's head, the list's, its first
   paper, two more, all papers, then what stands beside and below. Who comes back to a place in it, or is led to one, has
   it whole at once, laid out to its end: a place means nothing among entries of supposed heights. Runs once the style
   sheets are there, before there is anything to show. */
"use strict";

(function (page) {
  const late = ["late-main", "late-list", "late-few", "late-rest", "late-end"];
  const FONTS = ["600 1.0625rem var(--serif)", ".9375rem var(--sans)"]; // of the page's head
  const [visit] = performance.getEntriesByType("navigation");
  if (location.hash || visit?.type !== "navigate") {
    page.classList.add("whole");
    return;
  }
  if (document.hidden) return; // a tab in the background paints nothing

  function step() {
    page.classList.remove(late.shift());
    void page.offsetHeight; // is laid out here, and only painted in the frame after it
    if (late.length) soon();
  }

  const soon = () => requestAnimationFrame(() => setTimeout(step)); // once what there is has been painted

  /* The system is asked for a typeface when it is first needed, and a page waits for each answer: not all in one frame. */
  function lookFor(font) {
    const probe = document.createElement("p");
    probe.textContent = "a";
    probe.style.font = font;
    page.append(probe);
    void probe.offsetHeight;
    probe.remove();
  }

  page.classList.add(...late);
  for (const font of FONTS) setTimeout(lookFor, 0, font);
  soon();
})(document.documentElement);
