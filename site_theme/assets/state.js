// @ts-check
/* What a reader starred and read, in this browser only. */

/** A starred paper: its title, the day it was starred, and its authors in short. @typedef {{title: string, on: string, by?: string}} Star */
/** Both by the papers' identifiers. @typedef {{version: number, starred: Record<string, Star>, read: string[]}} State */

/* Stars from which it can be told what a reader likes. */
export const ENOUGH_STARS = 5;

const KEY = "dailypapers.reading";
const PROBE = "dailypapers.probe";
export const VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[a-z0-9.-]+(\/\d{7})?$/;

/** A state made of what is valid in `found`; throws a TypeError for what is no state at all.
    @param {unknown} found @returns {State} */
export function parse(found) {
  const { version, starred, read } = /** @type {Partial<Record<keyof State, unknown>>} */ (found ?? {});
  if (version !== VERSION || typeof starred !== "object" || !Array.isArray(read)) {
    throw new TypeError("This is not a list of starred papers.");
  }
  const stars = Object.entries(starred ?? {})
    .filter(([id, star]) => ID.test(id) && typeof star?.title === "string" && DAY.test(star.on))
    .map(([id, { title, on, by }]) => [id, { title, on, by: typeof by === "string" ? by : undefined }]);
  return {
    version: VERSION,
    starred: Object.assign(Object.create(null), Object.fromEntries(stars)),
    read: read.filter((id) => ID.test(id)),
  };
}

/** @returns {State} */
export function load() {
  try {
    return parse(JSON.parse(kept(KEY)));
  } catch {
    return { version: VERSION, starred: {}, read: [] };
  }
}

/** What this browser keeps under a key, or "". @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keep a text; gives the reason why that failed, as a sentence, or "". @param {string} key @param {string} text */
export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
    return "";
  } catch (error) {
    return /** @type {Error} */ (error).name === "QuotaExceededError"
      ? "This browser has no room left for this site, so nothing was kept."
      : "This browser keeps nothing for this site, so papers can be neither starred nor marked as read.";
  }
}

/* Why this browser would keep nothing, or "". */
export function problem() {
  const found = keep(PROBE, "");
  if (!found) localStorage.removeItem(PROBE);
  return found;
}

/** Keep what `change` makes of the state, or give the reason why that failed; other tabs may have changed it meanwhile, so
    it is loaded anew. @param {(state: State) => void} change */
export function update(change) {
  const state = load();
  change(state);
  const failure = keep(KEY, JSON.stringify(state));
  dispatchEvent(new Event("reading"));
  return failure;
}

/** @param {string} id @param {string} title @param {string} [by] the paper's authors in short */
export function toggleStar(id, title, by) {
  return update((state) => {
    if (id in state.starred) delete state.starred[id];
    else state.starred[id] = { title, on: today(), by };
  });
}

/** Give a paper that is starred another title. @param {string} id @param {string} title */
export function renameStar(id, title) {
  return update((state) => {
    if (id in state.starred) state.starred[id].title = title;
  });
}

/** @param {string[]} ids @param {boolean} read */
export function markRead(ids, read) {
  return update((state) => {
    const others = state.read.filter((other) => !ids.includes(other));
    state.read = read ? [...others, ...ids] : others;
  });
}

/** @param {State} found */
export function merge(found) {
  return update((state) => {
    state.starred = { ...found.starred, ...state.starred };
    state.read = [...new Set([...state.read, ...found.read])];
  });
}

/** Authors in short, as the list of a day names them, where `more` follow those in `names`; undefined for none.
    @param {string[]} names */
export function byline(names, more = 0) {
  const count = names.length + more;
  const shown = count === 4 ? 4 : 3;
  return names.slice(0, shown).join(", ") + (count > shown ? ` and ${(count - shown).toLocaleString("en")} more` : "") || undefined;
}

export function today() {
  return new Date().toISOString().slice(0, 10);
}

/** Call `show` now, whenever the state changes here or in another tab, and when the page comes back. @param {() => void} show */
export function watch(show) {
  addEventListener("reading", show);
  addEventListener("storage", (event) => event.key === KEY && show());
  addEventListener("pageshow", (event) => event.persisted && show());
  show();
}
