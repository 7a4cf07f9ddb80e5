// @ts-check
/* The dialog that tells which keys do something on a page, and turns them off; few readers ask for it. */

/** What search/boot.js and its box do. @type {[keys: string[], words: string][]} */
const SEARCH = [
  [["/", "s", "f"], "search all papers"],
  [["Up", "Down", "Enter", "Esc"], "in the search: choose, open, close"],
];

/** @param {[keys: string[], words: string][]} rows what each key does, but for the search */
export function openKeys(rows) {
  if (document.querySelector("dialog.keys")) return; // asked for twice while this was on its way
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys");
  dialog.innerHTML = `<h2 id="keys">Keyboard</h2><form method="dialog"><button autofocus>Close</button></form><dl></dl>
    <label><input type="checkbox"> Turn off all keys of one character</label>`;
  dialog.querySelector("dl")?.append(...[...rows, ...SEARCH].flatMap(row));
  const off = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const { areOn, turn } = archive.shortcuts;
  off.checked = !areOn();
  off.addEventListener("change", () => {
    turn(!off.checked);
    off.checked = !areOn();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {[keys: string[], words: string]} row */
function row([keys, words]) {
  const term = document.createElement("dt");
  const text = document.createElement("dd");
  for (const key of keys) term.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
  text.textContent = words;
  return [term, text];
}
