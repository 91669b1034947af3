import { resolve } from "node:path";
import { EvidenceFormatError, parseEvidence } from "../facts/evidence-json.js";
import type { Evidence } from "../facts/fact.js";
import { readOptional } from "./read-optional.js";

/** Loads the evidence in a file, whose name is relative to a folder. Throws an Error with that name where there is none. */
export async function loadEvidence(cwd: string, file: string): Promise<Evidence> {
  const text = await readOptional(resolve(cwd, file));
  if (text === undefined) throw new Error(`${file}: there is no such file. Make it with "facsimile evidence".`);
  try {
    return parseEvidence(text);
  } catch (error) {
    if (error instanceof EvidenceFormatError)
      throw new Error(`${file}: ${error.message}. Make it anew with "facsimile evidence".`);
    throw error;
  }
}
