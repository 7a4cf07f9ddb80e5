// @ts-check
/* Days in what readers type: "March 2025", "2025-03", "last week" are the filter of days. */

/** The first and last day of a time, as ISO 8601; "" is no end. @typedef {{ from: string, to: string }} Days */

/** What a text without the words for its days is, these words, and the days.
    @typedef {Days & { text: string, said: string }} Dated */

const dates = (function () {
  const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|");
  const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  const YEAR = "((?:19|20)[0-9]{2})";
  const DAY = "([0-9]{1,2})(?:st|nd|rd|th)?";

  const iso = (/** @type {Date} */ date) => date.toISOString().slice(0, 10);
  const monthOf = (/** @type {string} */ name) => MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  /** In UTC, where every day has 24 hours; day 0 is the last of the month before.
      @param {number} year @param {number} month @param {number} day */
  const utc = (year, month, day) => new Date(Date.UTC(year, month, day));
  /** @param {Date} first @param {Date} last @returns {Days} */
  const span = (first, last) => ({ from: iso(first), to: iso(last) });
  /** @param {number} year @param {number} at */
  const month = (year, at) => span(utc(year, at, 1), utc(year, at + 1, 0));
  /** @param {number} year @param {number} at @param {number} date */
  const day = (year, at, date) => (utc(year, at, date).getUTCMonth() === at ? span(utc(year, at, date), utc(year, at, date)) : null);
  /** @param {Date} today @param {number} days */
  const before = (today, days) => new Date(today.getTime() - days * 86_400_000);
  const monday = (/** @type {Date} */ today) => before(today, (today.getUTCDay() + 6) % 7);

  /** Pattern -> the days it means, of its groups and today. A day that the calendar has not gives null.
      @type {[pattern: string, meant: (groups: string[], today: Date) => Days | null][]} */
  const SPELLINGS = [
    [`${DAY} ${MONTH},? ${YEAR}`, ([date, name, year]) => day(+year, monthOf(name), +date)],
    [`${MONTH} ${DAY},? ${YEAR}`, ([name, date, year]) => day(+year, monthOf(name), +date)],
    [`${MONTH},? ${YEAR}`, ([name, year]) => month(+year, monthOf(name))],
    [`${YEAR}[-/](0[1-9]|1[0-2])[-/]([0-3][0-9])`, ([year, at, date]) => day(+year, +at - 1, +date)],
    [`${YEAR}[-/](0[1-9]|1[0-2])`, ([year, at]) => month(+year, +at - 1)],
    ["yesterday", (_, today) => span(before(today, 1), before(today, 1))],
    ["today", (_, today) => span(today, today)],
    ["this week", (_, today) => span(monday(today), today)],
    ["last week", (_, today) => span(before(monday(today), 7), before(monday(today), 1))],
    ["this month", (_, today) => span(utc(today.getUTCFullYear(), today.getUTCMonth(), 1), today)],
    ["last month", (_, today) => month(today.getUTCFullYear(), today.getUTCMonth() - 1)],
    ["this year", (_, today) => span(utc(today.getUTCFullYear(), 0, 1), today)],
    ["last year", (_, today) => span(utc(today.getUTCFullYear() - 1, 0, 1), utc(today.getUTCFullYear(), 0, 0))],
    ["(?:last|past) ([1-9][0-9]{0,2}) days", ([days], today) => span(before(today, +days - 1), today)],
  ];
  const WORD = /^(in|on|from|since|until) /i;
  // At one end of the text: within it, such words are of a title.
  const AT_AN_END = SPELLINGS.map(([pattern, meant]) => ({
    pattern: new RegExp(`^((?:(?:in|on|from|since|until) )?${pattern})(?=$|[\\s,:])|(?:^|\\s)((?:(?:in|on|from|since|until) )?${pattern})$`, "i"), meant,
  }));

  /** The days that a text begins or ends with, or null. @param {string} text
      @param {Date} today the reader's day, at midnight UTC @returns {Dated | null} */
  function read(text, today) {
    const typed = text.trim().replace(/\s+/g, " ");
    for (const { pattern, meant } of AT_AN_END) {
      const found = pattern.exec(typed);
      if (!found) continue;
      const [, first, ...rest] = found;
      const half = (found.length - 3) / 2;
      const groups = first === undefined ? rest.slice(half + 1) : rest.slice(0, half);
      const said = first ?? rest[half];
      const days = meant(groups, today);
      if (!days) return null;
      const left = first === undefined ? typed.slice(0, typed.length - said.length) : typed.slice(said.length);
      return { text: left.replace(/^[\s,:]+|[\s,:]+$/g, ""), said, ...open(said, days) };
    }
    return null;
  }

  /** "Since" has no end, "until" no beginning. @param {string} said @param {Days} days @returns {Days} */
  function open(said, { from, to }) {
    const word = WORD.exec(said)?.[1].toLowerCase();
    if (word === "since" || word === "from") return { from, to: "" };
    return word === "until" ? { from: "", to } : { from, to };
  }

  /* The reader's day, at midnight UTC. */
  function today() {
    const now = new Date();
    return utc(now.getFullYear(), now.getMonth(), now.getDate());
  }

  /** A search with the days that its text tells as its filter, and `said`; as it is where its text tells none.
      @template {{ text: string }} T @param {T} search @returns {T | T & Dated} */
  function dated(search) {
    const found = read(search.text, today());
    return found ? { ...search, ...found } : search;
  }

  return { dated, read };
})();
