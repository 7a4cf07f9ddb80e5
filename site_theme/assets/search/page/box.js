// @ts-check
/* The box in the header: results as you type, in a list below it. */

const openBox = (function () {
  const { PAGE } = messages;
  const CARET = ["Home", "End", "ArrowLeft", "ArrowRight"]; // keys that lead back into the text

  /** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {Client} client */
  return function openBox(form, input, client) {
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[data-search-${name}]`));
    const [panel, said, status, notes, error, list] = ["panel", "said", "status", "notes", "error", "list"].map(find);
    const all = /** @type {HTMLAnchorElement} */ (find("all"));
    const options = openOptions(input, list);
    /** The text whose results are shown. @type {string | null} */
    let shownFor = null;
    /** The address of the one paper that it means. @type {string | null} */
    let direct = null;
    const turns = openTurns(() => {
      tell("Searching…");
      open(true);
    });

    /** @param {boolean} isOpen */
    function open(isOpen) {
      panel.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen && options.areThere()));
      if (!isOpen) options.select(-1);
    }

    function close() {
      turns.stop();
      if (shownFor !== input.value) clear();
      open(false);
    }

    function clear() {
      shownFor = null;
      direct = null;
      options.clear();
      notes.replaceChildren();
      error.hidden = true;
      offerAll(0);
      tell("");
    }

    /** Shows the link to all papers where it leads to more; the focus does not go with it. @param {number} count */
    function offerAll(count) {
      const isOffered = count > PAGE;
      if (!isOffered && document.activeElement === all) input.focus();
      all.hidden = !isOffered;
    }

    /** A panel that is hidden has nothing to announce from, so that a reader who listens is told beside it.
        @param {string} text @param {string[]} notes */
    function tell(text, notes = []) {
      status.textContent = text;
      said.textContent = [...notes, text].join(" ");
    }

    /** @param {string} text @param {SearchAnswer | null} answer */
    function show(text, answer) {
      if (!answer) return;
      error.hidden = true;
      shownFor = text;
      direct = answer.direct;
      explain(client, answer.items, options.show(answer));
      results.showNotes(notes, answer.notes);
      tell(results.summary(answer), answer.notes);
      const isOneGroup = answer.all === null ? !answer.most : !answer.more || answer.all >= PAGE;
      all.textContent = `All ${isOneGroup ? `${numbers.grouped(answer.count)} papers` : "results"}, with filters`;
      all.href = new URL(`search/${address.write({ text })}`, archive.root).href;
      offerAll(answer.all === null ? answer.count : answer.all + answer.more);
      panel.scrollTop = 0;
      open(true);
    }

    function search() {
      const text = input.value;
      if (!text.trim()) {
        close();
        return;
      }
      error.hidden = true;
      const ask = () => client.query({ ...dates.dated({ text }), offset: 0, limit: PAGE, fold: true });
      turns.take(ask, (answer) => show(text, answer), fail);
    }

    /** @param {Error} problem */
    function fail(problem) {
      clear();
      results.showError(error, problem, () => {
        input.focus();
        search();
      });
      open(true);
    }

    /** @param {number} step */
    function move(step) {
      if (!options.areThere()) return;
      open(true);
      options.move(step);
    }

    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Escape: () => (panel.hidden ? form.dispatchEvent(new Event("leave")) : close()),
      Enter: () => {
        const known = shownFor === input.value && direct && new URL(direct, archive.root);
        if (known) location.assign(known);
        else form.requestSubmit();
      },
    };

    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && options.isSelected() && !event.isComposing) {
        event.preventDefault();
        options.follow(event);
        return;
      }
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (CARET.includes(event.key)) options.select(-1);
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    input.addEventListener("input", () => {
      options.select(-1); // what was chosen belongs to the text before
      turns.soon(search);
    });
    input.addEventListener("focus", ({ relatedTarget }) => {
      if (!input.value.trim() || relatedTarget === all) return;
      if (shownFor === input.value) open(true);
      else search();
    });
    all.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.focus();
      close();
    });
    find("close").addEventListener("click", () => {
      close();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    document.addEventListener("pointerdown", (event) => form.contains(/** @type {Node} */ (event.target)) || close());
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && !form.contains(event.relatedTarget)) close();
    });

    open(false);
    if (input.value.trim()) search();
  };
})();

start(openBox);
