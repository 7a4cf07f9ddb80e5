// @ts-check
/* Light or dark: as the system says, until the reader chooses. Runs before anything is painted; the button, which only
   a script can serve, comes once the page is there. */
"use strict";

(function (page) {
  const KEY = "dailypapers.scheme";
  const USUAL = page.dataset.scheme ?? null; // the site's own, where it does not follow the system
  const fixed = "schemeFixed" in page.dataset;
  /** @type {NodeListOf<HTMLMetaElement>} */
  const bars = document.querySelectorAll('meta[name="theme-color"]'); // the browser's own
  const [dark, light] = [...bars].map((bar) => bar.content);
  const system = matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    if (fixed) return null;
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  /** @param {string | null} scheme */
  function keep(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still shows the scheme until the page is left.
    }
  }

  /** @param {string | null} chosen */
  function show(chosen) {
    const scheme = chosen ?? USUAL;
    if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
    else delete page.dataset.scheme;
    for (const bar of bars) {
      bar.content = (page.dataset.scheme ?? (bar.media ? "dark" : "light")) === "dark" ? dark : light;
    }
    const isDark = page.dataset.scheme ? page.dataset.scheme === "dark" : system.matches;
    for (const button of document.querySelectorAll("button.scheme")) button.setAttribute("aria-pressed", String(isDark));
    return isDark;
  }

  function addButton() {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "scheme" });
    button.ariaLabel = button.title = "Dark colours";
    document.querySelector("header.top")?.append(button);
    show(chosen());
  }

  page.classList.replace("no-js", "js");
  show(chosen());
  document.addEventListener("readystatechange", () => document.readyState === "complete" && !fixed && setTimeout(addButton));
  system.addEventListener("change", () => show(chosen()));
  addEventListener("storage", (event) => {
    if (event.key === KEY) show(chosen());
  });
  document.addEventListener("click", (event) => {
    if (!(/** @type {Element} */ (event.target)).closest("button.scheme")) return;
    const usual = USUAL ?? (system.matches ? "dark" : "light");
    const other = show(chosen()) ? "light" : "dark";
    const choice = other === usual ? null : other;
    keep(choice);
    show(choice);
  });
})(document.documentElement);
