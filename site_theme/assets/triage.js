/* Going through a list as through mail: by keys, with everything they do in reach of a click as well. */

import "./reading.js"; // which marks what this goes through, and has to hear of a change first
import { ENOUGH_STARS, load, watch } from "./state.js";

const SHORTCUTS = "dailypapers.shortcuts";
const entries = () => [...document.querySelectorAll(".entries > li")].filter((entry) => entry.offsetParent);
const here = () => document.activeElement?.closest?.(".entries > li");

const KEYS = {
  j: ["next paper", () => step(1)],
  k: ["paper before", () => step(-1)],
  o: ["open or close its abstract", () => here()?.querySelector("details.lead > summary, .lead .more")?.click()],
  "*": ["star it, or take its star", () => press(1)],
  m: ["mark it as read or unread", () => press(0)],
  "?": ["show these keys", () => help().showModal()],
};

function step(by) {
  const all = entries();
  const place = all.indexOf(here());
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : place + by];
  if (next) show(next);
}

/* The whole entry, not its title alone. */
function show(entry) {
  entry.querySelector("a").focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
}

function press(mark) {
  here()?.querySelectorAll(".marks button")[mark]?.click();
}

/* A paper that is read may be hidden at once: then the next one is where the reader goes on. */
function goOn() {
  const entry = here();
  if (!entry || entry.offsetParent) return;
  const all = [...document.querySelectorAll(".entries > li")];
  const place = all.indexOf(entry);
  const isShown = (other) => other.offsetParent;
  const other = all.slice(place).find(isShown) ?? all.slice(0, place).findLast(isShown);
  if (other) show(other);
  else hide.focus();
}

function isOn() {
  try {
    return localStorage.getItem(SHORTCUTS) !== "off";
  } catch {
    return true;
  }
}

function turn(on) {
  try {
    if (on) localStorage.removeItem(SHORTCUTS);
    else localStorage.setItem(SHORTCUTS, "off");
  } catch {
    // A browser that keeps nothing keeps the shortcuts on.
  }
}

/* Whether keys belong to something else now: a field, a dialog, a shortcut of the browser. */
function isTaken(event) {
  return (
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented ||
    event.target.isContentEditable || event.target.closest("input, textarea, select, dialog, [role=dialog]") ||
    document.querySelector("dialog[open]")
  );
}

function help() {
  const known = document.querySelector("dialog.keys");
  if (known) return known;
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys");
  dialog.innerHTML = `<h2 id="keys">Keyboard</h2><form method="dialog"><button autofocus>Close</button></form><dl></dl>
    <label><input type="checkbox"> Turn off all keys of one character</label>`;
  const rows = [
    ...Object.entries(KEYS).map(([key, [does]]) => [[key], does]),
    [["Enter"], "open the paper"],
    [["/", "s", "f"], "search all papers"],
    [["↑", "↓", "Enter", "Esc"], "in the search: choose, open, close"],
  ];
  for (const [keys, does] of rows) {
    const term = document.createElement("dt");
    const text = document.createElement("dd");
    for (const key of keys) term.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
    text.textContent = does;
    dialog.querySelector("dl").append(term, text);
  }
  const off = dialog.querySelector("input");
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

document.addEventListener("click", async (event) => {
  const link = event.target.closest(".entries a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.matches(".lead .more")) {
    event.preventDefault();
    const { unfold } = await import("./abstract.js");
    await unfold(link);
  } else {
    leaveAt(link.closest("[data-paper]"));
  }
});

/* Who comes back from a paper goes on where they left: the entry is as far down the window as it was. What a browser
   remembers is how far down the page, which is another place once all entries above have their true heights. */
function leaveAt(entry) {
  if (!entry) return;
  history.replaceState({ entry: entry.dataset.paper, top: entry.getBoundingClientRect().top }, "");
  history.scrollRestoration = "manual";
}

function comeBack({ entry, top }) {
  const left = document.querySelector(`.entries > [data-paper="${CSS.escape(entry)}"]`);
  if (!left) return;
  left.querySelector("a").focus({ preventScroll: true });
  scrollBy(0, left.getBoundingClientRect().top - top);
}

function stayHere() {
  history.replaceState(null, "");
  history.scrollRestoration = "auto";
}

if (history.state?.entry) {
  comeBack(history.state);
  addEventListener("load", () => setTimeout(stayHere)); // by then the browser restores no place of its own
}
addEventListener("pageshow", ({ persisted }) => persisted && stayHere()); // a browser that kept the page has kept the place

const hide = document.querySelector('[data-tool="hide"]');
const said = document.querySelector(".tools + [role=status]");

function tellWhetherAllAreRead() {
  const isAll = hide.getAttribute("aria-pressed") === "true" && !document.querySelector(".entries > li:not(.read)");
  said.textContent = isAll ? "All of these papers are read." : "";
}

const TOOLS = {
  open(on) {
    for (const lead of document.querySelectorAll("details.lead")) lead.open = on;
  },
  hide(on) {
    for (const list of document.querySelectorAll(".entries")) list.classList.toggle("unread-only", on);
    tellWhetherAllAreRead();
  },
};

if (hide) {
  addEventListener("reading", () => {
    goOn();
    tellWhetherAllAreRead();
  });
}

for (const tool of document.querySelectorAll("[data-tool]")) {
  tool.addEventListener("click", () => {
    if (tool.dataset.tool === "keys") return help().showModal();
    const on = tool.getAttribute("aria-pressed") !== "true";
    tool.setAttribute("aria-pressed", on);
    return TOOLS[tool.dataset.tool](on);
  });
}

watch(() => {
  if (hide && Object.keys(load().starred).length >= ENOUGH_STARS) import("./liking.js");
});
