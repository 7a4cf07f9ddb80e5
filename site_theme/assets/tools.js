// @ts-check
/* The buttons above a list. */

import "./marks.js"; // which marks what is hidden here, and has to hear of a change first
import { goOn, showKeys } from "./keys.js";

/** @type {HTMLElement | null} */
const hide = document.querySelector('[data-tool="hide"]');
const said = document.querySelector(".tools + [role=status]");

function tellWhetherAllAreRead() {
  const isAll = hide?.getAttribute("aria-pressed") === "true" && !document.querySelector(".entries > li:not(.read)");
  if (said) said.textContent = isAll ? "All of these papers are read." : "";
}

/** What turns on and off. @type {Record<string, (on: boolean) => void>} */
const TOOLS = {
  open(on) {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const leads = document.querySelectorAll("details.lead");
    for (const lead of leads) lead.open = on;
  },
  hide(on) {
    for (const list of document.querySelectorAll(".entries")) list.classList.toggle("unread-only", on);
    tellWhetherAllAreRead();
  },
};

if (hide) {
  addEventListener("reading", () => {
    goOn(hide);
    tellWhetherAllAreRead();
  });
}

/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-tool]");
for (const button of buttons) {
  button.addEventListener("click", () => {
    const turn = TOOLS[button.dataset.tool ?? ""];
    if (!turn) return showKeys();
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    return turn(on);
  });
}
