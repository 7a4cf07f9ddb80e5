// @ts-check
/* What is worked out or fetched once. */

/** A function that keeps what it gave. A promise that fails is forgotten, so that it can be tried again.
    @template V @template [K=void] @param {(key: K) => V} make @returns {(key: K) => V} */
function once(make) {
  /** @type {Map<K, V>} */
  const made = new Map();
  return (key) => {
    let result = made.get(key);
    if (result === undefined) {
      made.set(key, result = make(key));
      if (result instanceof Promise) result.catch(() => made.delete(key));
    }
    return result;
  };
}
