// @ts-check
/* Going through a list as through mail, by keys. */

const SHORTCUTS = "dailypapers.shortcuts";
/** @typedef {HTMLElement} Entry a paper of a list */

const entries = () => [.../** @type {NodeListOf<Entry>} */ (document.querySelectorAll(".entries > li"))];

/** The entry where the reader is. @returns {Entry | null} */
export const here = () => document.activeElement?.closest(".entries > li") ?? null;

/** Whether an entry is neither hidden nor yet to come. @param {Entry} entry */
const isShown = (entry) => entry.offsetParent !== null;

/** What a key does, in words and as deeds. @type {Record<string, [string, () => void]>} */
const KEYS = {
  j: ["next paper", () => step(1)],
  k: ["paper before", () => step(-1)],
  o: ["open or close its abstract", () => click("details.lead > summary, .lead .more")],
  "*": ["star it, or take its star", () => click(".marks button:last-child")],
  m: ["mark it as read or unread", () => click(".marks button")],
  "?": ["show these keys", showKeys],
};

/** @param {1 | -1} by */
function step(by) {
  const all = entries().filter(isShown);
  const entry = here();
  const place = entry ? all.indexOf(entry) : -1;
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : place + by];
  if (next) show(next);
}

/** Go to an entry: the whole entry, not its title alone. @param {Entry} entry */
function show(entry) {
  entry.querySelector("a")?.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
}

/** @param {string} selector of a control in the entry */
function click(selector) {
  /** @type {HTMLElement | null | undefined} */
  const control = here()?.querySelector(selector);
  control?.click();
}

/** A paper that is read may be hidden at once: then the next one is where the reader goes on.
    @param {HTMLElement} otherwise where there is none */
export function goOn(otherwise) {
  const entry = here();
  if (!entry || isShown(entry)) return;
  const all = entries();
  const place = all.indexOf(entry);
  const other = all.slice(place).find(isShown) ?? all.slice(0, place).findLast(isShown);
  if (other) show(other);
  else otherwise.focus();
}

function isOn() {
  try {
    return localStorage.getItem(SHORTCUTS) !== "off";
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function turn(on) {
  try {
    if (on) localStorage.removeItem(SHORTCUTS);
    else localStorage.setItem(SHORTCUTS, "off");
  } catch {
    // A browser that keeps nothing keeps the shortcuts on.
  }
}

/** Whether keys belong to something else now: a field, a dialog, a shortcut of the browser. @param {KeyboardEvent} event */
function isTaken(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  return (
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented ||
    target.isContentEditable || target.closest("input, textarea, select, dialog, [role=dialog]") ||
    document.querySelector("dialog[open]")
  );
}

/** Open the dialog that tells the keys. */
export function showKeys() {
  /** @type {HTMLDialogElement} */
  const dialog = document.querySelector("dialog.keys") ?? addDialog();
  dialog.showModal();
}

function addDialog() {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys");
  dialog.innerHTML = `<h2 id="keys">Keyboard</h2><form method="dialog"><button autofocus>Close</button></form><dl></dl>
    <label><input type="checkbox"> Turn off all keys of one character</label>`;
  /** @type {[string[], string][]} */
  const rows = [
    ...Object.entries(KEYS).map(([key, [does]]) => /** @type {[string[], string]} */ ([[key], does])),
    [["Enter"], "open the paper"],
    [["/", "s", "f"], "search all papers"],
    [["↑", "↓", "Enter", "Esc"], "in the search: choose, open, close"],
  ];
  for (const [keys, does] of rows) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    for (const key of keys) term.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
    text.textContent = does;
    dialog.querySelector("dl")?.append(term, text);
  }
  const off = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  off.checked = !isOn();
  off.addEventListener("change", () => turn(!off.checked));
  document.body.append(dialog);
  return dialog;
}

document.addEventListener("keydown", (event) => {
  const action = KEYS[event.key]?.[1];
  if (!action || isTaken(event) || !isOn()) return;
  event.preventDefault();
  action();
});
