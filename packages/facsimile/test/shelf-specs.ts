import { printEvidence } from "../../evidence/src/index.js";
import { provenEvidence, shelfText } from "../../evidence/test/shelf.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { type Outcome, runIn } from "./run-facsimile.js";

/** Runs a command in a folder. */
export function run(name: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return runIn(cwd, [name, ...args]);
}

/** A folder with the spec of the shelf, changed, and the facts of its pages. */
export async function specsWith(change: (spec: string) => string, waivers?: string): Promise<string> {
  const evidence = printEvidence(await provenEvidence("java"));
  const files = { "specs/shelf/openapi.yaml": change(await shelfText()), "specs/shelf/evidence.json": evidence };
  return temporaryFolder(waivers === undefined ? files : { ...files, "specs/shelf/waivers.yaml": waivers });
}

/** The one claim of the shelf's spec that the Java pages do not state is marked. */
export const assume: (spec: string) => string = (spec) =>
  spec.replace("format: date-time }", "format: date-time, x-assumed: A book that is here was not lent. }");
