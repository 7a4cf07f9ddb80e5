// @ts-check
/* Formulas as a line of characters, as text/linear_math.py writes them: from the MathML of a page. */

/** Characters by what they raise or lower. @param {string} shifted @param {Record<string, string>} more @returns {Record<string, string>} */
const shifts = (shifted, more) => ({ ...Object.fromEntries([...shifted].map((each) => [each.normalize("NFKC"), each])), ...more });

const RAISED = shifts("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᴬᴭᴮᴰᴱᴲᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁᵂᵃᵄᵅᵆᵇᵈᵉᵊᵋᵌᵍᵏᵐᵑᵒᵓᵔᵕᵖᵗᵘᵙᵚᵛᵜᵝᵞᵟᵠᵡʰʱʲʳʴʵʶʷʸˠˡˢˣˤ", {
  "∘": "°", "′": "′", "∗": "*", "*": "*", "-": "⁻", "⊤": "ᵀ", "⊺": "ᵀ", "″": "″", "‴": "‴", "†": "†", "‡": "‡",
});
const LOWERED = shifts("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔₕₖₗₘₙₚₛₜᵢᵣᵤᵥᵦᵧᵨᵩᵪⱼ", { "-": "₋" });
/** @type {Record<string, string>} */
const OVER = {
  "^": "\u0302", "~": "\u0303", "¯": "\u0304", "‾": "\u0305", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c",
  "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a", "→": "\u20d7", "←": "\u20d6", "↔": "\u20e1",
  "⏞": "",
};
/** @type {Record<string, string>} */
const UNDER = { "‾": "\u0332", "⏟": "" };
const EDGE = "\0"; // beside an operand without brackets; a space takes its place between letters or numbers
const MEETING = /(?<=[\p{L}\p{N}])\0+(?=[\p{L}\p{N}])/gu;
const SHIFTED = [...new Set([...Object.values(RAISED), ...Object.values(LOWERED)])].join("");
const LETTER = `(?:(?!\\p{Nd})[\\p{L}\\p{N}])`;
const NUMBER = "\\p{Nd}+(?:\\.\\p{Nd}+)?";
const ATOM = new RegExp(`^(?:${LETTER}[\\u0300-\\u036f\\u20d0-\\u20ff${SHIFTED}]*|${NUMBER})$`, "u");
const SCRIPT = new RegExp(`^(?:(?:(?![${SHIFTED}])${LETTER})+|${NUMBER}|.)$`, "u");
const LETTERS = /[\u{1d400}-\u{1d7ff}]/gu; // of the mathematical alphabets, which few fonts have
const MATH = /<math\b[^]*?<\/math>/g;
/** @type {Record<string, string>} */
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** @type {Record<string, string>} */
const CHARACTERS = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&nbsp;": "\u00a0" };

/** @param {string} text */
const operand = (text) => (ATOM.test(text) ? text + EDGE : `(${text})`);

/** @param {string} above @param {string} below */
const fraction = (above, below, sign = "/") => EDGE + operand(above) + sign + operand(below);

/** @param {string} text @param {Record<string, string>} characters */
const shifted = (text, characters) => ([...text].every((each) => characters[each]) ? [...text].map((each) => characters[each]).join("") : null);

/** @param {string} sign @param {string} text */
const script = (sign, text) => text && sign + (SCRIPT.test(text) ? text + EDGE : `(${text})`);

/** @param {string} base @param {string} low @param {string} high */
function withScripts(base, low, high) {
  const [lowered, raised] = [shifted(low, LOWERED), shifted(high, RAISED)];
  return base + (lowered === null || raised === null ? script("_", low) + script("^", high) : lowered + raised);
}

/** @param {string} base @param {string} index */
function root(base, index) {
  const raised = shifted(index, RAISED);
  return raised === null ? `${operand(base)}^(1/${operand(index)})` : `${raised}√${operand(base)}`;
}

/** @param {string} base @param {string} mark */
const marked = (base, mark) => (([...base].length === 1 ? base : `(${base})`) + mark).normalize("NFC");

/** What each element makes of what stands in it; the others are rows. @type {Record<string, (...parts: string[]) => string>} */
const WRITERS = {
  annotation: () => "",
  mspace: () => " ",
  mphantom: () => "",
  mfrac: (above, below) => fraction(above, below),
  atop: (above, below) => fraction(above, below, "¦"),
  msqrt: (...parts) => `√${operand(parts.join(""))}`,
  mroot: root,
  msub: (base, low) => withScripts(base, low, ""),
  msup: (base, high) => withScripts(base, "", high),
  msubsup: withScripts,
  munder: (base, below) => (Object.hasOwn(UNDER, below) ? marked(base, UNDER[below]) : withScripts(base, below, "")),
  mover: (base, above) => (Object.hasOwn(OVER, above) ? marked(base, OVER[above]) : withScripts(base, "", above)),
  munderover: withScripts,
  mtr: (...cells) => cells.join(" "),
  mtable: (...rows) => rows.join("; "),
};

/** The characters of a formula. @param {string} math its MathML, as it stands in a page */
export function characters(math) {
  /** Elements that are open, each with the texts of its parts. @type {{name: string, parts: string[]}[]} */
  const open = [{ name: "", parts: [] }];
  for (const [, end, name, attributes, text] of math.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (text) open[0].parts.push(text.replace(/&\w+;/g, (entity) => CHARACTERS[entity] ?? entity).replace(LETTERS, (letter) => letter.normalize("NFKC")));
    else if (!end) open.unshift({ name: attributes.includes("linethickness") ? "atop" : name, parts: [] });
    if (end || attributes?.endsWith("/")) close(open);
  }
  return open[0].parts.join("").replace(MEETING, " ").replaceAll(EDGE, "");
}

/** @param {{name: string, parts: string[]}[]} open the innermost first */
function close(open) {
  const [{ name, parts }] = open.splice(0, 1);
  open[0].parts.push(WRITERS[name]?.(...parts) ?? parts.join(""));
}

/** HTML with each formula as characters. @param {string} html */
export const linear = (html) => html.replace(MATH, (math) => characters(math).replace(/[&<>]/g, (each) => ESCAPED[each]));

/** The text of an element, with each formula as characters. @param {Element} element */
export function textOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const math of copy.querySelectorAll("math")) math.replaceWith(characters(new XMLSerializer().serializeToString(math)));
  return (copy.textContent ?? "").trim();
}
