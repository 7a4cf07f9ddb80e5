/* Going through a list as through mail: by keys, with everything they do in reach of a click as well. */

const SHORTCUTS = "dailypapers.shortcuts";
const entries = () => [...document.querySelectorAll(".entries > li")].filter((entry) => entry.offsetParent);
const here = () => document.activeElement?.closest?.(".entries > li");

const KEYS = {
  j: ["next paper", () => step(1)],
  k: ["paper before", () => step(-1)],
  o: ["open or close its abstract", () => here()?.querySelector("details.lead > summary, .lead .more")?.click()],
  "*": ["star it, or take its star", () => press(1)],
  m: ["mark it as read or unread", mark],
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
function mark() {
  const all = entries();
  const place = all.indexOf(here());
  press(0);
  const isShown = (entry) => entry.offsetParent;
  if (place >= 0 && !isShown(all[place])) {
    const other = all.slice(place).find(isShown) ?? all.slice(0, place).findLast(isShown);
    if (other) show(other);
  }
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
  dialog.innerHTML = `<h2 id="keys">Keyboard</h2><dl></dl>
    <label><input type="checkbox"> Turn off all keys of one character</label>
    <form method="dialog"><button autofocus>Close</button></form>`;
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
    history.replaceState({ entry: link.closest("[data-paper]")?.dataset.paper }, "");
  }
});

/* Who comes back from a paper goes on where they left. A browser that kept the whole page has kept that too. */
const left = history.state?.entry && document.querySelector(`.entries > [data-paper="${CSS.escape(history.state.entry)}"]`);
if (left) {
  left.querySelector("a").focus();
  addEventListener("load", () => left.scrollIntoView({ block: "nearest" }));
}

const said = document.querySelector(".tools + [role=status]");

const TOOLS = {
  open(on) {
    for (const lead of document.querySelectorAll("details.lead")) lead.open = on;
  },
  hide(on) {
    for (const list of document.querySelectorAll(".entries")) list.classList.toggle("unread-only", on);
    said.textContent = on && !entries().length ? "All of these papers are read." : "";
  },
};

for (const tool of document.querySelectorAll("[data-tool]")) {
  tool.addEventListener("click", () => {
    if (tool.dataset.tool === "keys") return help().showModal();
    const on = tool.getAttribute("aria-pressed") !== "true";
    tool.setAttribute("aria-pressed", on);
    return TOOLS[tool.dataset.tool](on);
  });
}
