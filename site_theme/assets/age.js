// @ts-check
/* Tells how old a list is: a page is built on a day that it does not know, and read on another. Days are UTC days. */

const DAY = 864e5;

/** How many days from Monday to Friday come after the day `from`, up to `to`; both are counted from 1 January 1970.
    @param {number} from @param {number} to */
function workingDays(from, to) {
  const until = (/** @type {number} */ day) => Math.floor((day + 3) / 7) * 5 + Math.min((day + 3) % 7 + 1, 5); // that day was a Thursday
  return until(to) - until(from);
}

/** The age in words of an ISO day, none where the reader's clock is wrong. @param {string} day @param {number} now */
export function age(day, now) {
  const from = Date.parse(day) / DAY;
  const to = Math.floor(now / DAY);
  const count = workingDays(from, to);
  if (to < from) return "";
  if (to === from) return "today";
  return count ? `${count.toLocaleString("en")} working day${count === 1 ? "" : "s"} ago` : "no working day since";
}

for (const place of document.querySelectorAll("[data-age]")) {
  const text = age(place.getAttribute("data-age") ?? "", Date.now());
  if (text) place.textContent = text;
}
