// @ts-check
/* Papers that came after a paper and are related to it. Its page names older ones only, so that a new day changes no page;
   the newer ones of all papers of a day stand in a file beside that day's page. */

/** A paper: its identifier, the day it was listed, its title, and the reason why it is related.
    @typedef {[id: string, listed: string, title: string, reason: string]} Newer */

/** @param {Newer} newer @param {string} day */
function row([id, listed, title, reason], day) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const written = new Date(listed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  item.dataset.paper = id;
  link.href = new URL(`../../${id}/`, day).href;
  link.textContent = title;
  item.append(link, ` ${written} · ${reason}`);
  return item;
}

/** Add the newest of them below an article; gives their entries. @param {HTMLElement} article */
export async function addNewer(article) {
  /** The day it came. @type {HTMLAnchorElement | null} */
  const first = article.querySelector('dl a[href*="/date/"]') ?? article.querySelector(".kicker a");
  if (!first) return [];
  const answer = await fetch(new URL("newer.json", first.href));
  /** @type {Newer[] | undefined} */
  const found = answer.ok ? (await answer.json())[article.dataset.paper ?? ""] : undefined;
  if (!found) return [];
  const heading = document.createElement("h2");
  const list = document.createElement("ol");
  const rows = found.reverse().map((each) => row(each, first.href));
  heading.textContent = "Newer related papers";
  list.className = "related newer";
  list.append(...rows);
  article.firstElementChild?.append(heading, list);
  return rows;
}
