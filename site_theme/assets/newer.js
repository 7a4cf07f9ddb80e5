/* Papers that came after a paper and are related to it. Its page names older ones only, so that a new day changes no page;
   the newer ones of all papers of a day stand in a file beside that day's page. */

const MOST = 5;

function row([id, listed, title, reason], day) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const written = new Date(listed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  item.dataset.paper = id;
  link.href = new URL(`../../${id}/`, day);
  link.textContent = title;
  item.append(link, ` ${written} · ${reason}`);
  return item;
}

/* Add the newest of them below an article; gives their entries. */
export async function addNewer(article) {
  const first = article.querySelector('dl a[href*="/date/"]') ?? article.querySelector(".kicker a"); // the day it came
  const answer = await fetch(new URL("newer.json", first.href));
  const found = answer.ok && (await answer.json())[article.dataset.paper];
  if (!found) return [];
  const heading = document.createElement("h2");
  const list = document.createElement("ol");
  heading.textContent = "Newer related papers";
  list.className = "related newer";
  list.append(...found.slice(-MOST).reverse().map((each) => row(each, first.href)));
  article.firstElementChild.append(heading, list);
  return [...list.children];
}
