// @ts-check
/* On a phone, filters and facets are in a drawer, with an entry of the history, so that going back closes it too. What is
   set in it stays set. */

const openDrawer = (function () {
  const { button, element } = results;

  /** `toggle` opens it; `parts` stand in it while it is open. @param {HTMLElement} toggle @param {HTMLElement[]} parts */
  return function openDrawer(toggle, parts) {
    const heading = element("h2", "", "Filters");
    const said = element("p", "dp-drawer__said");
    const body = element("div", "");
    const dialog = /** @type {HTMLDialogElement} */ (element(
      "dialog", "dp-drawer", element("div", "dp-drawer__head", heading, button("Close", () => dialog.close())), said, body));
    /** Where the parts stand otherwise. */
    const places = parts.map(() => new Comment());
    /** The search that it was opened for, until the history is as before. @type {string | null} */
    let opened = null;

    heading.id = "dp-drawer";
    dialog.setAttribute("aria-labelledby", heading.id);
    said.setAttribute("role", "status");

    function open() {
      parts.forEach((part, at) => part.replaceWith(places[at]));
      body.replaceChildren(...parts);
      for (const part of parts) if (part instanceof HTMLDetailsElement) part.open = true;
      opened = location.search;
      history.pushState(history.state, "");
      dialog.showModal();
    }

    /** Closes it where it is open, as a reader went back; tells whether it was. */
    function leave() {
      const wasOpen = dialog.open;
      opened = null;
      dialog.close();
      return wasOpen;
    }

    toggle.after(dialog);
    toggle.addEventListener("click", open);
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      parts.forEach((part, at) => places[at].replaceWith(part));
      if (opened === location.search) history.back();
      opened = null;
    });
    return { isOpen: () => dialog.open, leave, tell: (/** @type {string} */ text) => (said.textContent = text) };
  };
})();
