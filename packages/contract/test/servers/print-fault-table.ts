/** Tries every fault on every server that can have it, prints the table, and fails where one is missed or a server without one is accused. */
import { accusations, runOn } from "./fault-table.js";
import { type FaultyServer, servers as faulty, notes } from "./index.js";

const servers = [...faulty, notes];

const none = "none";
const faults = [none, ...new Set(servers.flatMap((server) => Object.keys(server.faults)))];
const width = Math.max(...faults.map(({ length }) => length));

function line(head: string, cells: readonly string[]): string {
  return `${head.padEnd(width)}  ${cells.map((cell) => cell.padEnd(12)).join("")}`.trimEnd();
}

async function cell(server: FaultyServer, fault: string): Promise<string> {
  if (fault !== none && server.faults[fault] === undefined) return "";
  const found = accusations(await runOn(server, fault === none ? undefined : fault)).length;
  if ((found === 0) !== (fault === none)) process.exitCode = 1;
  if (fault === none) return found === 0 ? "not accused" : `ACCUSED (${found})`;
  return found === 0 ? "MISSED" : `found (${found})`;
}

console.log(
  line(
    "fault",
    servers.map(({ name }) => name),
  ),
);
for (const fault of faults) {
  const cells: string[] = [];
  for (const server of servers) cells.push(await cell(server, fault));
  console.log(line(fault, cells));
}
