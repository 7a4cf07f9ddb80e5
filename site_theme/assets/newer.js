// @ts-check
/* Papers that came after a paper and are related to it. Its page names older ones only, so that a new day changes no page;
   the newer ones of all papers of a day stand in a file beside that day's page. */

/** A paper: its identifier, the day it was listed, its title, and the reason why it is related.
    @typedef {[id: string, listed: string, title: string, reason: string]} Newer */

const MOST = 5;

/** @param {Newer} newer @param {string} day */
function row([id, listed, title, reason], day) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const about = document.createElement("p");
  const written = new Date(listed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  item.dataset.paper = id;
  link.href = new URL(`../../${id}/`, day).href;
  link.textContent = title;
  about.className = "meta";
  about.textContent = `${written} · ${reason}`;
  item.append(link, about);
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
  const section = document.createElement("section");
  const list = document.createElement("ol");
  section.className = "related newer";
  section.innerHTML = "<h2>Newer related papers</h2>";
  const rows = found.slice(-MOST).reverse().map((each) => row(each, first.href));
  list.append(...rows);
  section.append(list);
  article.firstElementChild?.append(section);
  return rows;
}
