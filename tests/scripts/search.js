/* The parts of search that need neither a page nor an index, as they are put together for a worker or a page. */

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/* What the scripts make of `archive`, run in their order. */
export function run(...names) {
  const archive = {};
  const context = createContext({ archive, self: { archive }, URLSearchParams });
  for (const name of names) {
    const file = new URL(`../../site_theme/assets/search/${name}.js`, import.meta.url);
    runInContext(readFileSync(file, "utf-8"), context);
  }
  return archive;
}

/* Without the prototypes of that context, which nothing is equal to here. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
