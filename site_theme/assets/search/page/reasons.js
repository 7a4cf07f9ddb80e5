// @ts-check
/* Why a result is there, shown a moment after it, for those that are in view; and what its reader did with it. */

const explain = (function () {
  const PAUSE = 400; // milliseconds, in which a reader who types has another list

  /** @param {Client} client @param {SearchItem[]} items @param {HTMLElement[]} shown elements of the items, in their order */
  return function explain(client, items, shown) {
    /** @type {Map<Element, SearchItem>} */
    const unexplained = new Map();
    items.forEach((item, at) => item.missing.length && unexplained.set(shown[at], item));
    const inView = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const item = isIntersecting && unexplained.get(target);
        if (!item) continue;
        inView.unobserve(target);
        // Without its page a result is as it was.
        client.why(item).then((reason) => results.addReason(target, reason), () => {});
      }
    });
    setTimeout(() => {
      for (const element of unexplained.keys()) if (element.isConnected) inView.observe(element);
    }, PAUSE);
    if (shown[0]?.matches("li")) addMarks(shown);
    else showMarks(/** @type {HTMLAnchorElement[]} */ (shown));
  };

  /** Has entries marked as on lists, by the script that the page has for those. @param {HTMLElement[]} shown */
  async function addMarks(shown) {
    try {
      /** @type {typeof import("../../marks.js")} */
      const { take } = await import(new URL("assets/marks.js", archive.root).href);
      take(shown);
    } catch {
      // Without a connection they are results without marks.
    }
  }

  /** Says of options that they are starred or read. The script that knows is one that the page has already.
      @param {HTMLAnchorElement[]} shown */
  async function showMarks(shown) {
    /** @type {typeof import("../../state.js")} */
    const { load } = await import(new URL("assets/state.js", archive.root).href);
    const { starred, read } = load();
    for (const element of shown) {
      const id = element.dataset.paper ?? "";
      results.addMarks(element, [id in starred ? "starred" : "", read.includes(id) ? "read" : ""].filter(Boolean));
    }
  }
})();
