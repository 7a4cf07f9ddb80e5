// @ts-check
/* Formulas as a line of characters, as text/linear_math.py writes them: from the MathML of a page. */

/** Characters by what they raise or lower. @param {string} shifted @param {Record<string, string>} more */
const shifts = (shifted, more) => ({ ...Object.fromEntries([...shifted].map((each) => [each.normalize("NFKC"), each])), ...more });

const RAISED = shifts("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᴬᴭᴮᴰᴱᴲᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁᵂᵃᵄᵅᵆᵇᵈᵉᵊᵋᵌᵍᵏᵐᵑᵒᵓᵔᵕᵖᵗᵘᵙᵚᵛᵜᵝᵞᵟᵠᵡʰʱʲʳʴʵʶʷʸˠˡˢˣˤ", {
  "∘": "°", "′": "′", "∗": "*", "*": "*", "-": "⁻", "⊤": "ᵀ",
});
const LOWERED = shifts("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥᵦᵧᵨᵩᵪⱼ", { "-": "₋" });
const LETTERS = /[\u{1d400}-\u{1d7ff}]/gu; // of the mathematical alphabets, which few fonts have

/** The text of an element, with each formula in characters where one line can tell it, else as its TeX. @param {Element} element */
export function linear(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const math of copy.querySelectorAll("math")) {
    const dollars = math.hasAttribute("display") ? "$$" : "$";
    const [formula, annotation] = math.firstElementChild?.children ?? [];
    math.replaceWith((formula && written(formula)) || `${dollars}${annotation?.textContent}${dollars}`);
  }
  return (copy.textContent ?? "").trim();
}

/** The characters of a part of a formula, null where it needs more than a line. @param {Element} element @returns {string | null} */
function written(element) {
  const parts = [...element.children];
  const [base, first, second] = parts;
  switch (element.localName) {
    case "mi": case "mn": case "mo": case "mtext": return (element.textContent ?? "").replace(LETTERS, (letter) => letter.normalize("NFKC"));
    case "mspace": return " ";
    case "mrow": case "mstyle": case "mpadded": return joined(parts.map(written));
    case "msup": return joined([written(base), shifted(first, RAISED)]);
    case "msub": return joined([written(base), shifted(first, LOWERED)]);
    case "msubsup": return joined([written(base), shifted(first, LOWERED), shifted(second, RAISED)]);
    default: return null;
  }
}

/** @param {Element} element @param {Record<string, string>} characters */
function shifted(element, characters) {
  const text = written(element);
  return text === null ? null : joined([...text].map((each) => characters[each] ?? null));
}

/** @param {(string | null)[]} parts */
const joined = (parts) => (parts.includes(null) ? null : parts.join(""));
