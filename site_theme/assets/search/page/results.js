// @ts-check
/* Results and what is said about them. Texts of papers are hostile: they only ever become text nodes. */

const results = (function () {
  const { grouped, many } = numbers;
  const MONTHS = (
    "January February March April May June July August September October November December"
  ).split(" ");
  const LINE = 40; // characters of an abstract that are seen on a phone, in the header's list
  const LINES = 125; // and on the search page

  /** @template {keyof HTMLElementTagNameMap} K
      @param {K} name @param {string} className @param {(Node | string)[]} children */
  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A day as the site writes it, "28 May 2026", from its ISO 8601 form. By hand, as to set up `Intl` takes longer than
      all else that a first search does on the page.
      @param {string} day */
  function dayName(day) {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  /** @param {Piece[]} pieces */
  function nodes(pieces) {
    return pieces.map(([text, found]) => (found ? element("mark", "", text) : text));
  }

  /** A text whose beginning is cut, at a word, until what was found is among the first `length` characters.
      @param {Piece[]} pieces @param {number} length @returns {Piece[]} */
  function around(pieces, length) {
    const [before, found] = pieces;
    if (!found || before[1] || before[0].length + found[0].length <= length) return pieces;
    const end = before[0].slice(Math.min(found[0].length - length, -1));
    return [[`…${end.slice(end.indexOf(" ") + 1)}`, false], ...pieces.slice(1)];
  }

  /** What is told of a paper below its title. @param {SearchItem} item */
  function about({ day, authors, moreAuthors, votes, code }) {
    const when = element("time", "", dayName(day));
    when.dateTime = day;
    const by = element("span", "", ...nodes(authors), moreAuthors ? ` and\u00a0${grouped(moreAuthors)}\u00a0more` : "");
    const told = [votes ? many(votes, "vote") : "", code ? "code" : ""].filter(Boolean);
    const parts = [...(authors.length ? [by] : []), when, ...told.map((text) => element("span", "", text))];
    return parts.flatMap((part) => [part, " "]); // a line may end between them
  }

  /** Puts more at the end of what is told of a paper. @param {Element} shown @param {(Node | string)[]} children */
  function tellMore(shown, ...children) {
    shown.querySelector(".dp-result__about")?.append(element("span", "dp-result__more", ...children), " ");
  }

  /** @param {Element} shown @param {string[]} marks */
  const addMarks = (shown, marks) => marks.forEach((mark) => tellMore(shown, mark));

  /** Shows in a result what was found on the paper's page. @param {Element} shown @param {SearchReason} reason */
  function addReason(shown, { abstract, author, topic }) {
    const length = shown.matches("li") ? LINES : LINE;
    if (abstract) shown.querySelector(".dp-result__abstract")?.replaceChildren(...nodes(around(abstract, length)));
    if (author) tellMore(shown, "with ", ...nodes(author));
    if (topic) tellMore(shown, "topic ", ...nodes(topic));
  }

  /** The identifier of a paper. @param {SearchItem} item */
  const idOf = ({ address }) => address.slice("papers/".length, -1);

  /** @param {SearchItem} item @param {(Node | string)[]} children */
  function link(item, ...children) {
    const made = element("a", "", ...children);
    made.href = new URL(item.address, archive.root).href;
    made.dataset.searchResult = "";
    return made;
  }

  /** A result as an option of the header's list: one link, with a line of the abstract. @param {SearchItem} item */
  function option(item) {
    const made = link(
      item,
      element("span", "dp-result__title", ...nodes(item.title)),
      element("span", "dp-result__about", ...about(item)),
      element("span", "dp-result__abstract", ...nodes(around(item.abstract, LINE))));
    made.dataset.paper = idOf(item);
    return made;
  }

  /** The row of its topics, at whose end marks.js puts its marks. @param {SearchItem} item */
  function topicRow({ topics }) {
    const links = topics.map(({ name, address }) => {
      const made = element("a", "", name);
      made.href = new URL(address, archive.root).href;
      return element("span", "topic", made);
    });
    return element("p", "meta", ...links);
  }

  /** A result as an entry of the search page's list. @param {SearchItem} item
      @param {string} line what is said above it where a group begins, or "" */
  function entry(item, line) {
    const made = element(
      "li", "dp-result",
      ...(line ? [element("p", "dp-result__line", line)] : []),
      element("h2", "dp-result__title", link(item, ...nodes(item.title))),
      element("p", "dp-result__about", ...about(item)),
      element("p", "dp-result__abstract", ...nodes(around(item.abstract, LINES))),
      topicRow(item));
    made.dataset.paper = idOf(item);
    made.dataset.by = byline(item);
    return made;
  }

  /** Authors in short, as state.js has those of a list's entry. @param {SearchItem} item */
  function byline({ authors, moreAuthors }) {
    return authors.map(([text]) => text).join("") + (moreAuthors ? ` and ${grouped(moreAuthors)} more` : "");
  }

  /** What the papers of a list have that follow those with all the words. @param {SearchAnswer} answer */
  function having({ alike, more, named }) {
    if (named) return "all words of the name";
    if (!alike) return "some of the words";
    return alike === more ? "words like these" : "words like these or some of them";
  }

  /** The count, as a sentence: of the papers with all the words, and of others only beside them.
      @param {SearchAnswer} answer */
  function summary(answer) {
    const { count, all, more, most, typed } = answer;
    if (count === 0) return "No papers found.";
    if (most) return bestOf(most);
    if (all === 0) return `No paper with all the words; ${grouped(more)} with some of them.`;
    if (all === null || !more) return `${many(count, "paper")} found${typed ? "" : " for words like those typed"}.`;
    return `${many(all, "paper")}${typed ? "" : " with words like those typed"}; ${grouped(more)} more with ${having(answer)}.`;
  }

  /** @param {NonNullable<SearchAnswer["most"]>} most */
  function bestOf({ papers, words, of }) {
    const least = words === of ? `all ${of}` : `at least ${words} of the ${of}`;
    return `The best matches first: ${many(papers, "paper")} with ${least} words.`;
  }

  /** How far into the list the papers stand that have only some of the words; beyond its end where there are none.
      @param {SearchAnswer} answer */
  const groupStart = ({ all, more }) => (more && all ? all : Infinity);

  /** What is said where they begin. @param {SearchAnswer} answer */
  const groupLine = (answer) => `With ${having(answer)}`;

  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = element("button", "", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /** Shows that a download failed, with a way to try again.
      @param {HTMLElement} place @param {Error} error @param {() => void} retry */
  function showError(place, error, retry) {
    place.replaceChildren(element("span", "", error.message), " ", button("Try again", retry));
    place.hidden = false;
  }

  /** Shows sentences, and what a reader can do about them.
      @param {Element} place @param {string[]} sentences @param {Node[]} buttons */
  function showNotes(place, sentences, ...buttons) {
    const said = element("div", "dp-search__note", ...sentences.map((text) => element("p", "", text)));
    place.replaceChildren(...(sentences.length ? [said] : []), ...buttons);
  }

  return {
    addMarks, addReason, button, dayName, element, entry, groupLine, groupStart, having, option, showError, showNotes, summary,
  };
})();
