import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Json, Location } from "./document.js";
import { Findings } from "./findings.js";
import { documentName, type GivenDocument } from "./given-document.js";
import { Files } from "./references/files.js";

/** A file of YAML or JSON that is no OpenAPI document. */
export interface ReadSource {
  /** Undefined where an error makes it useless. */
  readonly json: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Its text, by its name. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where the node at a JSON pointer was written; the nearest ancestor that exists, where there is no such node. */
  locate(pointer: string): Location;
}

/** Reads a file, or what is in none, as documents are read, with the same diagnostics. Nothing is thrown. */
export async function readSource(given: string | GivenDocument): Promise<ReadSource> {
  const findings = new Findings();
  const file = documentName(given);
  const files = new Files(given, [], findings);
  const source = await files.openRoot();
  return {
    json: findings.failed ? undefined : source?.json,
    diagnostics: findings.inOrder(file),
    sources: files.texts,
    locate: (pointer) => source?.locate(pointer) ?? { file, line: 1, column: 1, pointer },
  };
}
