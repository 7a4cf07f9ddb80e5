/* For tests in Python: calls a function over search's scripts, with JSON in and JSON out. The arguments are its source and
   the names of the scripts. */

import { readFileSync } from "node:fs";

import { run } from "./search.js";

const [called, ...names] = process.argv.slice(2);
const told = run(...names)[called](JSON.parse(readFileSync(0, "utf-8")));
process.stdout.write(JSON.stringify(told));
