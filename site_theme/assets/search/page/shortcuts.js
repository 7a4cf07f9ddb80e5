// @ts-check
/* The box that says whether keys of one character lead to the search. */

/** @param {HTMLInputElement} box what turns them on and off */
function openShortcuts(box) {
  const { areOn, turn } = archive.shortcuts;
  box.checked = areOn();
  box.addEventListener("change", () => {
    turn(box.checked);
    box.checked = areOn();
  });
}
