// Calls a server with each of the given bundles in turn and sends its parent the times. Each bundle exports `connect(baseUrl)`, which
// answers a function that makes the call once. Arguments: rounds, base URL, bundles.
import { pathToFileURL } from "node:url";

const warmUp = 1_000;

/** So many of a round are timed. One goes before them that is not: it follows the call of another contender. */
const callsPerRound = 7;

const [rounds, baseUrl, ...files] = process.argv.slice(2);

const lanes = [];
for (const file of files) {
  const { connect } = await import(pathToFileURL(file).href);
  lanes.push({ call: connect(baseUrl), medians: [] });
}
for (const { call } of lanes) {
  for (let left = warmUp; left > 0; left--) await call();
}
for (let round = 0; round < Number(rounds); round++) {
  for (const { call, medians } of inTurn(round)) medians.push(await medianOf(call));
}
process.send(
  lanes.map(({ medians }) => medians),
  () => process.disconnect(),
);

/** Another contender begins in each round, and every other round goes backwards, so that none always follows the same. */
function inTurn(round) {
  const first = round % lanes.length;
  const turn = [...lanes.slice(first), ...lanes.slice(0, first)];
  return round % 2 === 0 ? turn : turn.reverse();
}

/** Microseconds for one call. */
async function medianOf(call) {
  await call();
  const times = [];
  for (let left = callsPerRound; left > 0; left--) {
    const began = performance.now();
    await call();
    times.push((performance.now() - began) * 1_000);
  }
  return times.sort((a, b) => a - b)[(callsPerRound - 1) / 2];
}
