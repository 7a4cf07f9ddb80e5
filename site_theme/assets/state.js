/* What a reader starred and read, in this browser only: {version, starred: {id: {title, on}}, read: [id]}. */

const KEY = "dailypapers.reading";
const VERSION = 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[a-z0-9.-]+(\/\d{7})?$/;

/* A state made of what is valid in `found`; throws a TypeError for what is no state at all. */
export function parse(found) {
  if (found?.version !== VERSION || typeof found.starred !== "object" || !Array.isArray(found.read)) {
    throw new TypeError("This is not a list of starred papers.");
  }
  const starred = Object.entries(found.starred ?? {})
    .filter(([id, star]) => ID.test(id) && typeof star?.title === "string" && DAY.test(star.on))
    .map(([id, { title, on }]) => [id, { title, on }]);
  return { version: VERSION, starred: Object.assign(Object.create(null), Object.fromEntries(starred)), read: found.read.filter((id) => ID.test(id)) };
}

export function load() {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return { version: VERSION, starred: {}, read: [] };
  }
}

/* Keep what `change` makes of the state; other tabs may have changed it meanwhile, so it is loaded anew. */
export function update(change) {
  const state = load();
  change(state);
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // A browser that keeps nothing, or is full: the page stays as readable as without stars.
  }
  dispatchEvent(new Event("reading"));
}

export function toggleStar(id, title) {
  update((state) => {
    if (id in state.starred) delete state.starred[id];
    else state.starred[id] = { title, on: today() };
  });
}

export function markRead(id, read) {
  update((state) => {
    const others = state.read.filter((other) => other !== id);
    state.read = read ? [...others, id] : others;
  });
}

export function merge(found) {
  update((state) => {
    state.starred = { ...found.starred, ...state.starred };
    state.read = [...new Set([...state.read, ...found.read])];
  });
}

export function today() {
  return new Date().toISOString().slice(0, 10);
}

/* Call `show` now, whenever the state changes here or in another tab, and when the page comes back. */
export function watch(show) {
  addEventListener("reading", show);
  addEventListener("storage", (event) => event.key === KEY && show());
  addEventListener("pageshow", (event) => event.persisted && show());
  show();
}
