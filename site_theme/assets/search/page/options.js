// @ts-check
/* The options below the box, and which of them is selected (the combobox pattern of WAI-ARIA). */

const openOptions = (function () {
  /** @param {HTMLInputElement} input @param {HTMLElement} list */
  return function openOptions(input, list) {
    let selected = -1;

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-haspopup", "listbox");
    input.setAttribute("aria-controls", list.id);

    const all = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role="option"]')]);

    /** @param {number} place -1 for the box itself */
    function select(place) {
      const options = all();
      options[selected]?.setAttribute("aria-selected", "false");
      selected = place;
      const option = options[place];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    /** @param {SearchItem} item @param {number} place */
    function option(item, place) {
      const link = results.option(item);
      link.id = `${list.id}-${place}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      return link;
    }

    /** Options below a line, which a reader who listens hears as their group.
        @param {string} line @param {HTMLElement[]} made */
    function group(line, made) {
      if (!made.length) return [];
      const above = results.element("div", "dp-result__line", line);
      above.id = `${list.id}-line`;
      above.setAttribute("role", "presentation");
      const grouped = results.element("div", "", above, ...made);
      grouped.setAttribute("role", "group");
      grouped.setAttribute("aria-labelledby", above.id);
      return [grouped];
    }

    /** Shows the results of an answer as options, and gives these. @param {SearchAnswer} answer */
    function show(answer) {
      select(-1);
      const made = answer.items.map(option);
      const start = results.groupStart(answer);
      list.replaceChildren(...made.slice(0, start), ...group(results.groupLine(answer), made.slice(start)));
      return made;
    }

    function clear() {
      select(-1);
      list.replaceChildren();
    }

    /** Selects the next, or with -1 the one before. @param {number} step */
    function move(step) {
      // One place more than there are options: the box itself, between the last and the first.
      const places = all().length + 1;
      select(((selected + 1 + step + places) % places) - 1);
    }

    /** Opens what is selected, with Ctrl and the like as a click with them would. @param {KeyboardEvent} event */
    function follow({ ctrlKey, metaKey, shiftKey, altKey }) {
      const held = { ctrlKey, metaKey, shiftKey, altKey };
      all()[selected].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...held }));
    }

    return { areThere: () => all().length > 0, isSelected: () => selected >= 0, select, show, clear, move, follow };
  };
})();
