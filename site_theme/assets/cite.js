// @ts-check
/* The button that copies a paper's citation. */

const source = document.getElementById("bibtex");
if (source) {
  const copy = document.createElement("button");
  Object.assign(copy, { type: "button", textContent: "Copy BibTeX" });
  (source.closest("details") ?? source).before(copy);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      copy.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(source);
      copy.textContent = "Selected: press Ctrl+C";
    }
  });
}
