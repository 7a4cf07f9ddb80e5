// @ts-check
/* Whether keys of one character lead to the search: boot.js reads it. */

/** @param {HTMLInputElement} box what turns them on and off */
function openShortcuts(box) {
  const KEY = "dailypapers.shortcuts";
  try {
    box.checked = localStorage.getItem(KEY) !== "off";
  } catch {
    box.disabled = true;
    return;
  }
  box.addEventListener("change", () => localStorage.setItem(KEY, box.checked ? "on" : "off"));
}
