/* On every page: waits until a reader goes to search, and only then fetches what search needs. */
"use strict";

/* What the header's form holds: every page would carry it, and none can use it without scripts. */
const BOX = `<label class="dp-search__open" for="dp-search-input" title="Search"></label>
<div class="dp-search__field">
<button class="dp-search__close" type="button" aria-label="Close search" data-search-close></button>
<span class="dp-search__icon"></span>
<input class="dp-search__input" id="dp-search-input" type="search" name="q" placeholder="Search all papers" aria-label="Search all papers" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" data-search-input>
<kbd class="dp-search__key" aria-hidden="true">/</kbd>
</div>
<p class="dp-search__unseen" role="status" data-search-said></p>
<div class="dp-search__panel" data-search-panel hidden>
<p class="dp-search__status" data-search-status></p>
<div data-search-notes></div>
<p class="dp-search__error" role="alert" data-search-error hidden></p>
<div class="dp-search__list" id="dp-search-list" role="listbox" aria-label="Papers found" data-search-list></div>
<a class="dp-search__all" data-search-all hidden></a></div>`;

(function () {
  const archive = (self.archive = self.archive || {});
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const isPage = "searchPage" in form.dataset;
  const root = new URL("../", form.action);
  const folder = new URL("assets/search/", root);
  let input = null;
  let loading = null;

  /* The worker and the manifest, fetched side by side: round trips are what a slow line has least of. `broken` is a
     promise of the worker's failure. */
  function begin(again = false) {
    const manifest = fetch(new URL("manifest.json", folder), { cache: again ? "reload" : "default" })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.status))));
    // Whoever asks first hears of a failure.
    manifest.catch(() => {});
    const worker = new Worker(new URL("worker.js", folder));
    const broken = new Promise((resolve) => worker.addEventListener("error", resolve));
    return { worker, broken, manifest, again };
  }

  function load() {
    if (loading) return;
    loading = document.createElement("script");
    loading.src = new URL("page.js", folder);
    loading.onerror = () => {
      loading.remove();
      loading = null;
      document.documentElement.classList.remove("searching");
      const error = document.querySelector("[data-search-error]");
      error.closest("[data-search-panel]")?.removeAttribute("hidden");
      error.hidden = false;
      error.textContent = "The search could not be downloaded. Type on to try again.";
    };
    archive.first = archive.first || begin();
    document.head.append(loading);
  }

  function isTyping(element) {
    return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  /* WCAG 2.1.4: keys of one character can be turned off. */
  function shortcutsAreOn() {
    try {
      return localStorage.getItem("dailypapers.shortcuts") !== "off";
    } catch {
      return true;
    }
  }

  function focusByKey(event) {
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target) || !shortcutsAreOn()) return;
    event.preventDefault();
    archive.cameFrom = document.activeElement;
    // The box comes to a reader who is far down a page, and not the other way round.
    const isAway = form.getBoundingClientRect().bottom < 0 && !isPage;
    form.classList.toggle("dp-search--away", isAway);
    input.focus({ preventScroll: isAway });
    input.select();
  }

  function start() {
    if (!isPage) form.insertAdjacentHTML("beforeend", BOX);
    input = form.querySelector("[data-search-input]");
    input.addEventListener("focus", load);
    input.addEventListener("input", load);
    document.addEventListener("keydown", focusByKey);
    Object.assign(archive, { form, input, root, folder, begin });
    if (isPage) {
      document.documentElement.classList.toggle("searching", location.search !== "");
      load();
    }
  }

  // What a reader came for is shown first; its place in the header is kept meanwhile.
  if (isPage) start();
  else requestAnimationFrame(() => setTimeout(start));
})();
