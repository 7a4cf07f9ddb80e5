// @ts-check
/* The buttons above a list. */

import "./marks.js"; // which marks what is hidden here, and has to hear of a change first
import { goOn, showKeys } from "./keys.js";
import { catchUp } from "./reading.js";
import { keep, kept, load, markRead } from "./state.js";

const UNREAD_ONLY = "dailypapers.unread-only";
/** @type {HTMLElement | null} */
const hide = document.querySelector('[data-tool="hide"]');
const said = document.querySelector(".tools + [role=status]");

function tellWhetherAllAreRead() {
  const isAll = hide?.getAttribute("aria-pressed") === "true" && !document.querySelector(".entries > li:not(.read)");
  if (said) said.textContent = isAll ? "All of these papers are read." : "";
}

/** The papers that were all marked as read, to be unread again. @type {string[]} */
let unread = [];

function idsShown() {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".entries > [data-paper]:not(.out)"));
  return [...entries].map(({ dataset }) => dataset.paper ?? "");
}

/** What turns on and off. @type {Record<string, (on: boolean) => void | Promise<void>>} */
const TOOLS = {
  async open(on) {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const leads = document.querySelectorAll("details.lead");
    for (const lead of leads) lead.open = on;
    /** To what a split day has elsewhere of abstracts. @type {NodeListOf<HTMLAnchorElement>} */
    const more = document.querySelectorAll(".entries > li:not(.out) .lead > a.more");
    const links = on ? [...more] : [];
    const { unfoldAll } = links.length ? await import("./abstract.js") : { unfoldAll: () => 0 };
    const missing = await unfoldAll(links);
    if (said && missing) said.textContent = `${missing} of the abstracts need a connection.`;
  },
  all(on) {
    if (on) unread = idsShown().filter((id) => !load().read.includes(id));
    const problem = markRead(unread, on);
    if (said) said.textContent = problem || (on ? `${unread.length.toLocaleString("en")} papers marked as read.` : "");
    /** @type {HTMLElement | null} */
    const day = document.querySelector("h1[data-day], h1 [data-day]");
    if (on) catchUp(day?.dataset.day ?? "");
  },
  hide(on) {
    keep(UNREAD_ONLY, on ? "on" : ""); // whoever hides what is read does so on the next day too
    for (const list of document.querySelectorAll(".entries")) list.classList.toggle("unread-only", on);
    tellWhetherAllAreRead();
  },
};

if (hide) {
  if (kept(UNREAD_ONLY) === "on") {
    hide.setAttribute("aria-pressed", "true");
    TOOLS.hide(true);
  }
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
