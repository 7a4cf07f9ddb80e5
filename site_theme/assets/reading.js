/* Stars, what was read, and what is new since the last visit, on every page that names papers or days. */

import { byline, load, markRead, toggleStar, watch } from "./state.js";

const SEEN = "dailypapers.seen";
const AT_ONCE = 10;
const MARKED = "li[data-paper]:is(:has(.meta), .related > li)"; // not those of a week or a month
const paper = document.querySelector("article[data-paper]");
for (const entry of document.querySelectorAll(".related > li")) { // whose link alone says which paper it is
  entry.dataset.paper = entry.querySelector("a").pathname.split("/papers/").at(-1).slice(0, -1);
}
const entries = [...document.querySelectorAll("li[data-paper]")];
const loaded = new Promise((resolve) => {
  const look = () => document.readyState === "complete" && setTimeout(resolve);
  document.addEventListener("readystatechange", look);
  look();
});

/* The text of a title, its formulas as TeX. */
function titleOf(element) {
  const copy = element.cloneNode(true);
  for (const formula of copy.querySelectorAll("math")) {
    formula.replaceWith(`$${formula.querySelector("annotation")?.textContent ?? formula.textContent}$`);
  }
  return copy.textContent.trim();
}

/* The authors that stand below a title, in short. */
function authorsOf(element) {
  const names = [...element.querySelectorAll(".by > a")].map((name) => name.textContent);
  return byline(names, Number(element.querySelector(".by summary")?.textContent.match(/\d+/)[0] ?? 0));
}

const notice = document.createElement("p");
notice.className = "unkept";
notice.setAttribute("role", "alert");

/* Say below the buttons, one of which was pressed, why the browser did not keep that, if it did not. */
function tell(problem, button) {
  notice.remove();
  notice.textContent = problem;
  if (problem) button.parentElement.after(notice);
}

/* What scrolls within itself must be in reach of the keyboard; not every browser sees to that. */
function makeReachable(element) {
  if (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) element.tabIndex = 0;
}

const template = document.createElement("template");
template.innerHTML = `<div class="marks"><button type="button" title="Read or not">○</button>
<button type="button" title="Star">☆</button></div>`;

function addMarks(entry) {
  if (entry.querySelector(".marks")) return;
  const link = entry.querySelector("a");
  const title = link.firstElementChild ? titleOf(link) : link.textContent;
  const marks = template.content.cloneNode(true);
  const [readMark, star] = marks.querySelectorAll("button");
  readMark.setAttribute("aria-label", `Read: ${title}`);
  star.setAttribute("aria-label", `Star: ${title}`);
  readMark.addEventListener("click", () => tell(markRead(entry.dataset.paper, !entry.classList.contains("read")), readMark));
  star.addEventListener("click", () => tell(toggleStar(entry.dataset.paper, title, authorsOf(entry)), star));
  entry.append(marks);
  const formulas = entry.querySelector(".lead:not(details):has(math)");
  if (formulas) makeReachable(formulas);
}

/* Who is at a paper already need not wait for its turn. */
function markFocused() {
  const entry = document.activeElement?.closest(`${MARKED}:not(:has(.marks))`);
  if (!entry) return;
  addMarks(entry);
  show();
}

/* A long list is worked through in turns, so that the page answers meanwhile, and not before the list has come. */
async function addAllMarks() {
  const painted = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  await loaded;
  while (document.documentElement.matches("[class*=late-]")) await painted();
  const unmarked = entries.filter((entry) => entry.matches(MARKED));
  for (let place = 0; place < unmarked.length; place += AT_ONCE) {
    unmarked.slice(place, place + AT_ONCE).forEach(addMarks);
    show();
    await new Promise((next) => setTimeout(next));
  }
}

function show() {
  const { starred, read } = load();
  const isRead = new Set(read);
  for (const entry of entries) {
    const id = entry.dataset.paper;
    entry.classList.toggle("read", isRead.has(id));
    const [readMark, star] = entry.querySelectorAll(".marks button");
    if (!star) continue;
    readMark.setAttribute("aria-pressed", isRead.has(id));
    readMark.textContent = isRead.has(id) ? "✓" : "○";
    star.setAttribute("aria-pressed", id in starred);
    star.textContent = id in starred ? "★" : "☆";
  }
  const star = document.querySelector("[data-star]");
  if (!star) return;
  star.setAttribute("aria-pressed", paper.dataset.paper in starred);
  star.textContent = paper.dataset.paper in starred ? "★ Starred" : "☆ Star";
}

/* Mark the days that are newer than the newest day seen on an earlier visit; a visit is a browser session. */
function markNewDays() {
  const days = [...document.querySelectorAll("[data-day]")];
  const newest = days.map((element) => element.dataset.day).sort().at(-1);
  if (!newest) return;
  const seen = localStorage.getItem(SEEN) ?? "";
  if (sessionStorage.getItem(SEEN) === null) sessionStorage.setItem(SEEN, seen);
  if (newest > seen) localStorage.setItem(SEEN, newest);
  const before = sessionStorage.getItem(SEEN);
  if (before) for (const day of days) day.classList.toggle("fresh", day.dataset.day > before);
}

if (paper) {
  const id = paper.dataset.paper;
  markRead(id, true);
  const star = document.querySelector("[data-star]");
  star.addEventListener("click", () => tell(toggleStar(id, titleOf(paper.querySelector("h1")), authorsOf(paper)), star));
}

/* Newer related papers come when a reader is at the older ones, or at the end of the abstract. */
async function followOn([end], observer) {
  if (!end.isIntersecting) return;
  observer.disconnect();
  try {
    const { addNewer } = await import("./newer.js");
    const added = await addNewer(paper);
    entries.push(...added);
    added.forEach(addMarks);
    show();
  } catch {
    // Without a connection there are the older ones.
  }
}

if (paper) new IntersectionObserver(followOn).observe(paper.querySelector(".related") ?? paper.firstElementChild.lastElementChild);
watch(show);
addAllMarks();
markFocused();
document.addEventListener("focusin", markFocused);
try {
  markNewDays();
} catch {
  // A browser that keeps nothing has no last visit.
}

/* What a page looks like is known once its style sheets are there, which this does not wait for. */
loaded.then(() => {
  for (const element of document.querySelectorAll("article :is(h1, .abstract):has(math), pre, .prose table")) makeReachable(element);
});

/* Authors that a list folds away are plain text, which every page would pay for as links: they become some when seen. */
document.addEventListener("toggle", ({ target }) => {
  const names = target.matches(".entries .by > details") && target.lastChild;
  if (!names || names.nodeType !== Node.TEXT_NODE) return;
  const address = target.previousElementSibling.getAttribute("href").replace(/:.*/, ":");
  const links = names.data.trim().split(", ").map((name) => {
    const link = document.createElement("a");
    link.href = address + encodeURIComponent(name.replace(/[\s:~^*+_-]+/g, "_").replace(/^_|_$/g, ""));
    link.textContent = name;
    return link;
  });
  names.replaceWith(...links.flatMap((link, place) => (place ? [", ", link] : [link])));
}, true);

const source = document.getElementById("bibtex");
if (source) {
  const copy = document.createElement("button");
  Object.assign(copy, { type: "button", textContent: "Copy BibTeX" });
  source.before(copy);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      copy.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(source);
      copy.textContent = "Selected: press Ctrl+C";
    }
  });
}
