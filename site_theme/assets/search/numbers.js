// @ts-check
/* Counts as they are shown. */

const numbers = (function () {
  /** A number with its thousands apart: 8,506. @param {number} count */
  function grouped(count) {
    return String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  }

  /** @param {number} count @param {string} name */
  function many(count, name) {
    return `${grouped(count)} ${name}${count === 1 ? "" : "s"}`;
  }

  return { grouped, many };
})();
