// @ts-check
/* Other pages of this site, to be read by scripts. */

const AT_ONCE = 6;

/** What is at an address. Rejects where it cannot be had. @param {string | URL} address */
export async function get(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/** The page at an address. Rejects where it cannot be had. @param {string | URL} address */
export async function getPage(address) {
  return new DOMParser().parseFromString(await (await get(address)).text(), "text/html");
}

/** What `act` makes of each, a few at once.
    @template T, R @param {T[]} all @param {(one: T) => Promise<R>} act
    @param {(done: number) => void} [tell] hears how many are done */
export async function fewAtOnce(all, act, tell) {
  /** @type {R[]} */
  const made = [];
  while (made.length < all.length) {
    tell?.(made.length);
    made.push(...(await Promise.all(all.slice(made.length, made.length + AT_ONCE).map(act))));
  }
  return made;
}
