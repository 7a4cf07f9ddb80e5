// @ts-check
/* The buttons that copy a paper's citation, or give it in other formats. */

const source = document.getElementById("bibtex");
const buttons = document.createElement("p");

/** @param {string} name @param {(button: HTMLElement) => unknown} act */
function add(name, act) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: name });
  button.addEventListener("click", () => act(button));
  buttons.append(button);
}

/** @param {HTMLElement} source @param {HTMLElement} button */
async function copy(source, button) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection()?.selectAllChildren(source);
    button.textContent = "Selected: press Ctrl+C";
  }
}

/** @param {string} format @param {HTMLElement} button */
async function give(format, button) {
  try {
    const [{ FORMATS }, { citationOf, save }] = await Promise.all([import("./citations.js"), import("./export.js")]);
    const paper = citationOf(document);
    const { type, ending, write } = FORMATS[format];
    if (paper) save(write([paper]), type, `${paper.key}.${ending}`);
  } catch {
    button.textContent = `${format}: no connection`;
  }
}

if (source) {
  add("Copy BibTeX", (button) => copy(source, button));
  for (const format of ["RIS", "CSL-JSON"]) add(format, (button) => give(format, button));
  (source.closest("details") ?? source).before(buttons);
}
