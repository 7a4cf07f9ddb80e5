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

/** The votes that one of some facts names. @param {string[]} facts */
export function votesIn(facts) {
  const found = facts.map((fact) => /^(\d[\d,]*) votes?$/.exec(fact)).find(Boolean);
  return found ? Number(found[1].replaceAll(",", "")) : 0;
}

/** @param {HTMLLIElement} element */
function entryOf(element) {
  const meta = element.querySelector(".meta");
  const links = [...(meta?.querySelectorAll("a") ?? [])];
  const facts = [...(meta?.querySelectorAll("span") ?? [])].map((fact) => fact.textContent);
  return { element, place: element.value, votes: votesIn(facts), code: links.some((link) => link.textContent === "Code") };
}

function start() {
  const lists = [...document.querySelectorAll("ol.entries")];
  const entries = lists.map((list) => [.../** @type {HTMLCollectionOf<HTMLLIElement>} */ (list.children)].map(entryOf));
  /** @type {Map<string, Set<number>>} */
  const themes = new Map();
  /** @type {NodeListOf<HTMLElement>} */
  const rows = document.querySelectorAll("[data-theme]");
  /** @type {NodeListOf<HTMLButtonElement>} */
  const switches = document.querySelectorAll("[data-arrange]");
  /** @type {HTMLButtonElement | null} */
  const hide = document.querySelector('[data-tool="hide"]');
  const said = document.querySelector(".tools + [role=status]");

  /** @param {Arrangement} arrangement */
  function show(arrangement) {
    const members = themes.get(arrangement.topic);
    let count = 0;
    lists.forEach((list, at) => {
      for (const { element, place, code } of entries[at]) {
        const isOut = (arrangement.code && !code) || (members && !members.has(place)) || false;
        element.classList.toggle("out", isOut);
        count += Number(!isOut);
      }
      list.append(...ordered(entries[at], arrangement.votes).map(({ element }) => element));
    });
    for (const each of switches) each.setAttribute("aria-pressed", String(each.dataset.arrange === "votes" ? arrangement.votes : arrangement.code));
    for (const each of document.querySelectorAll("[data-theme] > button")) {
      each.setAttribute("aria-pressed", String(each.textContent === arrangement.topic));
    }
    return count;
  }

  /** @param {Partial<Arrangement>} change */
  function arrange(change) {
    const arrangement = { ...read(location.search), ...change };
    history.replaceState(history.state, "", location.pathname + write(arrangement, location.search) + location.hash);
    const count = show(arrangement);
    if (said) said.textContent = count === 1 ? "1 paper." : `${count} papers.`;
  }

  for (const row of rows) {
    const name = row.dataset.theme ?? "";
    themes.set(name, new Set([...row.querySelectorAll("a")].map((link) => Number(link.textContent))));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.addEventListener("click", () => arrange({ topic: read(location.search).topic === name ? "" : name }));
    row.querySelector("b")?.replaceWith(button);
  }
  for (const each of switches) {
    const name = /** @type {"votes" | "code"} */ (each.dataset.arrange);
    const isOfUse = entries.flat().some((entry) => entry[name]);
    each.hidden = !isOfUse;
    each.addEventListener("click", () => arrange({ [name]: !read(location.search)[name] }));
  }
  hide?.addEventListener("click", () => arrange({ unread: hide.getAttribute("aria-pressed") === "true" }));
  const asked = read(location.search);
  if (asked.topic && themes.has(asked.topic)) document.querySelector(".themes")?.setAttribute("open", "");
  if (asked.votes || asked.code || asked.topic) show(asked);
  if (asked.unread && hide?.getAttribute("aria-pressed") === "false") hide.click();
}

if (typeof document !== "undefined") start();
