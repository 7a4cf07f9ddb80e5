/* Whether work grows faster than what it is done on: the measure of tests/cpu_time.py, for scripts. */

const ROUNDS = 6; // other programs can double the CPU time of a run, but hardly that of so many
const MOST = 8;
const FLOOR = 10; // milliseconds; what takes less counts as if it took as long

/** The CPU time of a run, in milliseconds. */
function time(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Whether large work takes more than MOST times the CPU time of small work. Both take turns, the least time counts. */
export function growsTooFast(small, large) {
  let [least, ofSmall] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, time(large));
    if (least <= MOST * FLOOR) return false;
    ofSmall = Math.min(ofSmall, time(small));
    if (least <= MOST * Math.max(ofSmall, FLOOR)) return false;
  }
  return true;
}
