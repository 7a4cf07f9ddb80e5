// @ts-check
/* The switches of a day's list: the most voted first, with code, of one theme, unread. They stand in the address, so
   that a list can be passed on and come back to as it was. */

/** What the switches say. @typedef {{votes: boolean, code: boolean, unread: boolean, topic: string}} Arrangement */
/** What is known of an entry. @typedef {{place: number, votes: number, code: boolean}} Entry */

/** Read an arrangement from the query of an address. @param {string} query @returns {Arrangement} */
export function read(query) {
  const asked = new URLSearchParams(query);
  return {
    votes: asked.get("order") === "votes", code: asked.get("with") === "code",
    unread: asked.has("unread"), topic: asked.get("topic") ?? "",
  };
}

/** Write an arrangement as a query, which is "" for the list as it is; other parts of a query stay.
    @param {Arrangement} arrangement @param {string} query */
export function write({ votes, code, unread, topic }, query) {
  const asked = new URLSearchParams(query);
  /** @type {[string, string][]} */
  const parts = [["order", votes ? "votes" : ""], ["with", code ? "code" : ""], ["unread", unread ? "1" : ""], ["topic", topic]];
  for (const [name, value] of parts) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const text = asked.toString();
  return text && `?${text}`;
}

/** Order entries; those with equally many votes stay as listed. @template {Entry} T @param {T[]} entries @param {boolean} byVotes */
export function ordered(entries, byVotes) {
  return [...entries].sort((one, other) => (byVotes ? other.votes - one.votes : 0) || one.place - other.place);
}

/** @param {HTMLLIElement} element */
function entryOf(element) {
  const votes = Number(element.querySelector("data")?.value ?? 0);
  return { element, place: element.value, votes, code: element.querySelector("[data-code]") !== null };
}

/** The places of the papers of each theme. @type {Map<string, Set<number>>} */
const themes = new Map();
let isByVotes = false;

/** Show a list so; gives how many papers are then shown. @param {Arrangement} arrangement */
function show(arrangement) {
  const members = themes.get(arrangement.topic);
  let count = 0;
  for (const list of document.querySelectorAll("ol.entries")) {
    const entries = [.../** @type {HTMLCollectionOf<HTMLLIElement>} */ (list.children)].map(entryOf);
    for (const { element, place, code } of entries) {
      const isOut = (arrangement.code && !code) || (members && !members.has(place)) || false;
      element.classList.toggle("out", isOut);
      count += Number(!isOut);
    }
    if (arrangement.votes !== isByVotes) list.append(...ordered(entries, arrangement.votes).map(({ element }) => element));
  }
  isByVotes = arrangement.votes;
  for (const [name, isOn] of /** @type {[string, boolean][]} */ ([["votes", arrangement.votes], ["code", arrangement.code]])) {
    document.querySelector(`[data-arrange="${name}"]`)?.setAttribute("aria-pressed", String(isOn));
  }
  for (const button of document.querySelectorAll("[data-theme] > button")) {
    button.setAttribute("aria-pressed", String(button.parentElement?.dataset.theme === arrangement.topic));
  }
  return count;
}

/** Keep a change in the address. @param {Partial<Arrangement>} change */
function keep(change) {
  const arrangement = { ...read(location.search), ...change };
  history.replaceState(history.state, "", location.pathname + write(arrangement, location.search) + location.hash);
  return arrangement;
}

/** Turn a switch on or off. @param {(now: Arrangement) => Partial<Arrangement>} change */
function arrange(change) {
  const count = show(keep(change(read(location.search))));
  const said = document.querySelector(".tools + [role=status]");
  if (said) said.textContent = count === 1 ? "1 paper." : `${count} papers.`;
}

/** Do what a control that was clicked is for. @param {HTMLElement} control */
export function press({ dataset, ariaPressed }) {
  if (dataset.arrange === "votes") arrange((now) => ({ votes: !now.votes }));
  if (dataset.arrange === "code") arrange((now) => ({ code: !now.code }));
  if (dataset.tool) keep({ unread: ariaPressed === "true" });
}

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("[data-theme]");
  for (const row of rows) {
    const name = row.dataset.theme ?? "";
    themes.set(name, new Set([...row.querySelectorAll("a")].map((link) => Number(link.hash.slice("#n".length)))));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => arrange((now) => ({ topic: now.topic === name ? "" : name })));
    row.querySelector("b")?.replaceWith(button);
  }
  const asked = read(location.search);
  if (themes.has(asked.topic)) document.querySelector(".themes")?.setAttribute("open", "");
  if (asked.votes || asked.code || asked.topic) show(asked);
  /** @type {HTMLButtonElement | null} */
  const hide = document.querySelector('[data-tool="hide"][aria-pressed="false"]');
  if (asked.unread) hide?.click();
}

if (typeof document !== "undefined") start();
