import { failuresOf, holdServer, type ServerReport } from "../../src/index.js";
import type { FaultyServer } from "./index.js";

/** Waiting for a slow answer is the only thing in a run that takes its time. */
const timeoutMs = 300;

/** What a run says of a server with a fault, or without one. */
export async function runOn(server: FaultyServer, fault?: string): Promise<ServerReport> {
  const open = await server.open(fault === undefined ? undefined : server.faults[fault]);
  const { document, env, base } = server;
  try {
    return await holdServer({ document, url: `${open.url}${base}`, write: true, env, timeoutMs });
  } finally {
    await open.close();
  }
}

/** What a run says against a server, each only once; empty where it is as documented. */
export function accusations(report: ServerReport): readonly string[] {
  const all = report.results.flatMap(({ name, findings }) =>
    findings.map(({ oracle, message }) => `${name} · ${oracle}: ${message}`),
  );
  const others = failuresOf(report, { unreached: false, missingCredentials: false });
  return [...new Set([...all, ...others])];
}
