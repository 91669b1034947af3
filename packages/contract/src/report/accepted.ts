import { readFile } from "node:fs/promises";
import { isObject } from "@facsimile/document";
import { parse } from "yaml";
import type { Accepted, ReportedFinding } from "./reported-finding.js";

/**
 * Reads `contract.accept.yaml`: a map from the ids of findings to the reasons for which they are accepted. Nothing is accepted where there is no such file.
 * Rejects where it is something else.
 */
export async function readAccepted(file: URL): Promise<Accepted> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const value = text.trim() === "" ? {} : parse(text);
  if (!isObject(value)) throw new Error(`${file.pathname} has to be a map from ids of findings to reasons.`);
  const bare = Object.entries(value).find(([, reason]) => typeof reason !== "string" || reason.trim() === "");
  if (bare !== undefined) throw new Error(`${file.pathname} accepts ${bare[0]} without a reason. Write one behind it.`);
  return value as Accepted;
}

/** The ids that are accepted and that nothing was found for: they fail a run, for who reads them would believe that they are needed. */
export function notNeeded(accepted: Accepted, findings: readonly ReportedFinding[]): readonly string[] {
  return Object.keys(accepted).filter((id) => !findings.some((finding) => finding.id === id));
}
