// @ts-check
/* The switches of a day's list: the most voted first, with code, of one theme, unread. They stand in the address, so
   that a list can be passed on and come back to as it was. A day that is split is ordered and chosen from as a whole. */

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

/** The places of the papers of a theme, null for a name that none has. @param {string} name */
function placesOf(name) {
  const row = document.querySelector(`[data-theme="${CSS.escape(name)}"]`);
  if (!row) return null;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (row.querySelectorAll('a[href^="#"]'));
  return new Set([...links].map((link) => Number(link.hash.slice("#n".length))));
}

/** @param {string} text */
function say(text) {
  const said = document.querySelector(".tools + [role=status]");
  if (said) said.textContent = text;
}

/** Show which switches are on. @param {Arrangement} arrangement */
function turn({ votes, code, topic }) {
  for (const [name, isOn] of /** @type {[string, boolean][]} */ ([["votes", votes], ["code", code]])) {
    document.querySelector(`[data-arrange="${name}"]`)?.setAttribute("aria-pressed", String(isOn));
  }
  for (const button of document.querySelectorAll("[data-theme] > button")) {
    button.setAttribute("aria-pressed", String(button.parentElement?.dataset.theme === topic));
  }
}

/** What the other pages of a split day list, once it is here. @type {Promise<Set<Element>> | undefined} */
let others;
let isByVotes = false;

/** Give what the other pages of a split day list, brought here. Rejects where that cannot be had. */
function gathered() {
  others ??= import("./gather.js").then(async ({ gather }) => new Set(await gather()));
  others.catch(() => (others = undefined));
  return others;
}

/** Show the list so; gives how many papers are then shown. @param {Arrangement} arrangement @param {Set<Element>} [brought] */
function show({ votes, code, topic }, brought) {
  const members = placesOf(topic);
  const isAsListed = !votes && !code && !members;
  let count = 0;
  for (const list of document.querySelectorAll("ol.entries")) {
    const entries = [.../** @type {HTMLCollectionOf<HTMLLIElement>} */ (list.children)].map(entryOf);
    for (const { element, place, code: hasCode } of entries) {
      const isOut = (code && !hasCode) || (members && !members.has(place)) || (isAsListed && brought?.has(element)) || false;
      element.classList.toggle("out", isOut);
      count += Number(!isOut);
    }
    if (votes !== isByVotes || brought) list.append(...ordered(entries, votes).map(({ element }) => element));
  }
  isByVotes = votes;
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll("[data-parts]");
  for (const part of parts) part.hidden = !isAsListed && brought !== undefined;
  return count;
}

/** Show what the address asks for: of a split day, all that its pages list. */
async function showAsked() {
  turn(read(location.search));
  try {
    const isSplit = document.querySelector("[data-parts]");
    const brought = isSplit ? await gathered() : undefined;
    const count = show(read(location.search), brought);
    say(count === 1 ? "1 paper." : `${count.toLocaleString("en")} papers.`);
  } catch {
    show(read(location.search));
    say("These are of this page alone: the others of the day need a connection.");
  }
}

/** Keep a change in the address. @param {Partial<Arrangement>} change */
function keep(change) {
  const arrangement = { ...read(location.search), ...change };
  history.replaceState(history.state, "", location.pathname + write(arrangement, location.search) + location.hash);
}

/** Do what a control that was clicked is for. @param {HTMLElement} control */
export function press({ dataset, ariaPressed }) {
  const now = read(location.search);
  if (dataset.tool) return keep({ unread: ariaPressed === "true" });
  if (dataset.arrange === "votes") keep({ votes: !now.votes });
  if (dataset.arrange === "code") keep({ code: !now.code });
  return dataset.arrange && showAsked();
}

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("[data-theme]");
  for (const row of rows) {
    const name = row.dataset.theme ?? "";
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.addEventListener("click", () => {
      keep({ topic: read(location.search).topic === name ? "" : name });
      showAsked();
    });
    row.querySelector("b")?.replaceWith(button);
  }
  const asked = read(location.search);
  turn(asked);
  if (placesOf(asked.topic)) document.querySelector(".themes")?.setAttribute("open", "");
  if (asked.votes || asked.code || placesOf(asked.topic)) showAsked();
  /** @type {HTMLButtonElement | null} */
  const hide = document.querySelector('[data-tool="hide"][aria-pressed="false"]');
  if (asked.unread) hide?.click();
}

if (typeof document !== "undefined") start();
