import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

/** Reads a report of a provider's package, as one of our commands has written it. @param command - writes it */
export function readReport<Report>(provider: string, name: string, command: string): Report {
  const file = path.join(root, "packages", provider, "reports", name);
  if (!existsSync(file)) throw new Error(`${path.relative(root, file)} is missing: run ${command}`);
  // Its form is that of the command.
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}
