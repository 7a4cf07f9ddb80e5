// @ts-check
/* How like the papers of a list are to starred ones: sums of whole numbers, the same here and in Python's tests. */

/** The weightiest terms of a paper, in 1/1000 of its length. @typedef {Record<string, number>} Terms */
/** A paper of a list, how like it is to all starred ones, and the nearest of them, if any is near. @typedef {{id: string, likeness: number, nearest: string | null}} Like */

const NEAR = 100_000; // a cosine of .1: no more than that is no reason

/** @param {Terms} one @param {Terms} other */
function product(one, other) {
  let sum = 0;
  for (const [term, weight] of Object.entries(one)) if (Object.hasOwn(other, term)) sum += weight * other[term];
  return sum;
}

/**
 * The papers of a list, the likest to the starred ones first; equal ones, and those of which nothing is known, stay in
 * the order of the list. A paper that is starred itself is as like as it is to the others.
 * @param {string[]} list
 * @param {Map<string, Terms>} known
 * @param {Map<string, Terms>} starred
 * @returns {Like[]}
 */
export function byLikeness(list, known, starred) {
  const found = list.map((id) => {
    /** @type {Like} */
    const like = { id, likeness: 0, nearest: null };
    let most = NEAR;
    for (const [other, terms] of starred) {
      const each = other === id ? 0 : product(known.get(id) ?? {}, terms);
      like.likeness += each;
      if (each <= most) continue;
      most = each;
      like.nearest = other;
    }
    return like;
  });
  return found.sort((one, other) => other.likeness - one.likeness);
}
