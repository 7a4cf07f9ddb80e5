/* Why a result is there, and what its reader did with it: shown a moment after the result, for those that are in view. */
"use strict";

(function (archive) {
  const { results } = archive;
  const KEY = "dailypapers.reading"; // as in state.js
  const PAUSE = 400; // milliseconds, in which a reader who types has another list

  /* Completes `shown`, elements of results in the order of `items`. */
  function explain(client, items, shown) {
    const unexplained = new Map(shown.map((element, at) => [element, items[at]]).filter(([, item]) => item.missing.length));
    const inView = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        inView.unobserve(target);
        // Without its page a result is as it was.
        client.why(unexplained.get(target)).then((reason) => results.addReason(target, reason), () => {});
      }
    });
    setTimeout(() => {
      for (const element of unexplained.keys()) if (element.isConnected) inView.observe(element);
    }, PAUSE);
    showMarks(shown);
  }

  function isReading() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return false;
    }
  }

  /* Says of papers that they are starred or read. The script that knows is one that the page has already. */
  async function showMarks(shown) {
    if (!isReading()) return;
    const { load } = await import(new URL("assets/state.js", archive.root));
    const { starred, read } = load();
    for (const element of shown) {
      const link = element.closest("a") ?? element.querySelector("a");
      const id = link.pathname.split("/papers/").at(-1).slice(0, -1);
      results.addMarks(element, [id in starred ? "starred" : "", read.includes(id) ? "read" : ""].filter(Boolean));
    }
  }

  archive.explain = explain;
})(self.archive);
