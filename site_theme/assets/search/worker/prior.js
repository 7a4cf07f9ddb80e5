// @ts-check
/* What is added to the score of a paper before any word is compared: see generator/search/prior.py, which says why. */

/** A function from a paper to what is added. @param {Index} index */
function openPrior({ manifest, papersIn }) {
  const { noted, votes, newest } = manifest.prior;
  const known = new Set(papersIn(noted));
  return (/** @type {number} */ paper) => (known.has(paper) ? votes : 0) + (newest * (paper + 1)) / manifest.papers;
}
