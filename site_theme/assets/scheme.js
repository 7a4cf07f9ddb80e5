/* Light or dark: as the system says, until the reader chooses. Runs before anything is painted; the button, which only
   a script can serve, comes once the page is there. */
"use strict";

(function (page) {
  const KEY = "dailypapers.scheme";
  const USUAL = page.dataset.scheme ?? null; // the site's own, where it does not follow the system
  const fixed = "schemeFixed" in page.dataset;
  const [darkBar, lightBar] = document.querySelectorAll('meta[name="theme-color"]');
  const COLOURS = { light: lightBar.content, dark: darkBar.content }; // of the browser's own bars
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    if (fixed) return null;
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function keep(scheme) {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still shows the scheme until the page is left.
    }
  }

  function show(chosen) {
    const scheme = chosen ?? USUAL;
    if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
    else delete page.dataset.scheme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.content = COLOURS[page.dataset.scheme ?? (meta.media ? "dark" : "light")];
    }
    const isDark = page.dataset.scheme ? page.dataset.scheme === "dark" : dark.matches;
    for (const button of document.querySelectorAll("button.scheme")) button.setAttribute("aria-pressed", isDark);
    return isDark;
  }

  function addButton() {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "scheme", textContent: "◐" });
    button.ariaLabel = button.title = "Dark colours";
    document.querySelector("header.top").append(button);
    show(chosen());
  }

  page.classList.replace("no-js", "js");
  show(chosen());
  document.addEventListener("readystatechange", () => document.readyState === "complete" && !fixed && setTimeout(addButton));
  dark.addEventListener("change", () => show(chosen()));
  addEventListener("storage", (event) => {
    if (event.key === KEY) show(chosen());
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("button.scheme")) return;
    const system = USUAL ?? (dark.matches ? "dark" : "light");
    const other = show(chosen()) ? "light" : "dark";
    const choice = other === system ? null : other;
    keep(choice);
    show(choice);
  });
})(document.documentElement);
