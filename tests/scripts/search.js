/* The parts of search that need neither a page nor an index, as they are put together for a worker or a page. */

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/* The names that scripts give what they make, after they ran in their order. */
export function run(...names) {
  const context = createContext({ URLSearchParams });
  for (const name of names) {
    const file = new URL(`../../site_theme/assets/search/${name}.js`, import.meta.url);
    runInContext(readFileSync(file, "utf-8"), context);
  }
  return new Proxy({}, { get: (_, name) => runInContext(name, context) });
}

/* Without the prototypes of that context, which nothing is equal to here. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
