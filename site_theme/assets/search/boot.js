// @ts-check
/* On every page: waits until a reader goes to search, and only then fetches what search needs. */
"use strict";

const ASKING = ["q", "from", "to", "code", "topic", "author", "order"]; // what makes an address a search
const PATIENCE = 30_000; // milliseconds for a download
const SHORTCUTS = "dailypapers.shortcuts";
const OPEN = '<label class="dp-search__open" for="dp-search-input" title="Search"></label>';
const CLOSE = '<button class="dp-search__close" type="button" aria-label="Close search" data-search-close></button>';
const KEY = '<kbd class="dp-search__key" aria-hidden="true">/</kbd>';
const PANEL = `<p class="dp-search__unseen" role="status" data-search-said></p>
<div class="dp-search__panel" data-search-panel hidden>
<p class="dp-search__status" data-search-status></p>
<div data-search-notes></div>
<p class="dp-search__error" role="alert" data-search-error hidden></p>
<div class="dp-search__list" id="dp-search-list" role="listbox" aria-label="Papers found" data-search-list></div>
<a class="dp-search__all" data-search-all hidden></a></div>`;

/* WCAG 2.1.4: keys of one character can be turned off. */
const shortcuts = {
  areOn() {
    try {
      return localStorage.getItem(SHORTCUTS) !== "off";
    } catch {
      return true;
    }
  },
  /** @param {boolean} on */
  turn(on) {
    try {
      localStorage.setItem(SHORTCUTS, on ? "on" : "off");
    } catch {
      // A browser that keeps nothing keeps the shortcuts on.
    }
  },
};

/** @param {HTMLFormElement} form */
function waitIn(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("[data-search-input]"));
  const page = document.documentElement;
  const isPage = "searchPage" in form.dataset;
  const root = new URL("../", form.action);
  const folder = new URL("assets/search/", root);
  /** @type {HTMLScriptElement | null} */
  let loading = null;
  /** @type {Session | null} */
  let first = null;
  /** Where a reader was when a key led here. @type {Element | null} */
  let cameFrom = null;

  /* The worker and the manifest, fetched side by side: round trips are what a slow line has least of. `broken` is a
     promise of the worker's failure. */
  function begin(again = false) {
    const manifest = fetch(new URL("manifest.json", folder), {
      cache: again ? "reload" : "default", signal: AbortSignal.timeout(PATIENCE),
    }).then(async (response) => {
      const text = await response.text();
      // A network may answer with a page of its own.
      if (!response.ok || text.startsWith("<")) throw new Error(String(response.status));
      return text;
    });
    // Whoever asks first hears of a failure.
    manifest.catch(() => {});
    const worker = new Worker(new URL("worker.js", folder));
    const broken = new Promise((resolve) => worker.addEventListener("error", resolve));
    return { worker, broken, manifest, again };
  }

  function load() {
    if (loading) return;
    complete();
    loading = document.createElement("script");
    loading.src = new URL(isPage ? "page.js" : "box.js", folder).href;
    loading.onerror = fail;
    const session = (first ??= begin());
    loading.onload = () => (archive.openSearch ? archive.openSearch(form, input, session) : fail()); // as above
    document.head.append(loading);
  }

  function fail() {
    loading?.remove();
    loading = null;
    page.classList.remove("searching");
    const error = /** @type {HTMLElement} */ (document.querySelector("[data-search-error]"));
    const again = document.createElement("button");
    Object.assign(again, { type: "button", textContent: "Try again" });
    again.addEventListener("click", () => {
      error.hidden = true;
      input.focus();
      load();
    });
    error.closest("[data-search-panel]")?.removeAttribute("hidden");
    error.hidden = false;
    error.replaceChildren("The search could not be downloaded. ", again);
  }

  /** @param {HTMLElement} element */
  function isTyping(element) {
    return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  /** @param {KeyboardEvent} event */
  function focusByKey(event) {
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(/** @type {HTMLElement} */ (event.target)) || !shortcuts.areOn()) return;
    event.preventDefault();
    complete(); // a narrow page shows no field before
    cameFrom = document.activeElement;
    // The box comes to a reader who is far down a page, and not the other way round.
    const isAway = form.getBoundingClientRect().bottom < 0 && !isPage;
    form.classList.toggle("dp-search--away", isAway);
    input.focus({ preventScroll: isAway });
    input.select();
  }

  /* Puts into the header's form what every page would carry and none can use without scripts. */
  function complete() {
    if (isPage || form.querySelector("[data-search-panel]")) return;
    Object.assign(input, {
      id: "dp-search-input", ariaLabel: input.placeholder,
      autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "search",
    });
    input.insertAdjacentHTML("afterend", KEY + CLOSE);
    form.insertAdjacentHTML("afterbegin", OPEN);
    form.insertAdjacentHTML("beforeend", PANEL);
    form.querySelector("[data-search-all]")?.setAttribute("href", form.action); // crawlers fault a link that leads nowhere
  }

  /* The search page shows at once what its address asks for, and that it is looked for. */
  function openPage() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    page.classList.toggle("searching", ASKING.some((name) => asked.get(name)));
    load();
  }

  /* Back to where a reader was when a key led here. */
  function leave() {
    input.blur();
    if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  }

  self.archive = Object.assign(self.archive || {}, { root, folder, begin, shortcuts });
  input.addEventListener("focus", load);
  input.addEventListener("input", load);
  form.addEventListener("leave", leave);
  form.addEventListener("submit", (event) => isPage || input.value.trim() || event.preventDefault());
  document.addEventListener("keydown", focusByKey);
  if (isPage) openPage();
  else if (document.activeElement === input) load();
  else if (document.hidden) complete();
  else requestAnimationFrame(() => setTimeout(complete)); // what a reader came for is shown first
}

const form = document.querySelector("form[data-search]");
if (form instanceof HTMLFormElement) waitIn(form);
