// @ts-check
/* An entry of a list has few stops of the Tab key: one for each of its rows, within which the arrow keys lead on. */

const ROWS = ".by, .meta, .marks";
const STEPS = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 });

/** The links and buttons of a row. @param {Element} row */
function controlsOf(row) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = row.querySelectorAll("a, button, summary");
  return [...all].filter((control) => control.closest(ROWS) === row);
}

/** Make each row of an entry one stop. @param {Element} entry */
export function joinStops(entry) {
  for (const row of entry.querySelectorAll(ROWS)) {
    for (const [place, control] of controlsOf(row).entries()) control.tabIndex = place ? -1 : 0;
  }
}

document.addEventListener("keydown", (event) => {
  const from = /** @type {HTMLElement} */ (event.target);
  const row = from.closest(ROWS);
  const by = STEPS[event.key];
  if (!by || !row || from.tabIndex < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const shown = controlsOf(row).filter((control) => control.offsetParent);
  const to = shown[shown.indexOf(from) + by];
  if (!to) return;
  event.preventDefault();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
});
