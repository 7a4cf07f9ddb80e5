// @ts-check
/* The buttons that copy a paper's citation, or give it in other formats. */

const source = document.getElementById("bibtex");

/** Add a button before the citation. @param {HTMLElement} source @param {string} name @param {(button: HTMLElement) => unknown} act */
function add(source, name, act) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: name });
  button.addEventListener("click", () => act(button));
  source.before(button, " ");
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

/** @param {string} format */
async function give(format) {
  const [{ FORMATS }, { citationOf, save }] = await Promise.all([import("./citations.js"), import("./export.js")]);
  const paper = citationOf(document);
  const { type, ending, write } = FORMATS[format];
  if (paper) save(write([paper]), type, `${paper.key}.${ending}`);
}

if (source) {
  add(source, "Copy BibTeX", (button) => copy(source, button));
  for (const format of ["RIS", "CSL-JSON"]) add(source, format, () => give(format));
}
