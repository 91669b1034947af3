import { buildModel, loadDocument, readText } from "@facsimile/document";
import { visible } from "@facsimile/document/diagnostics";
import { createValidator, type Validator } from "@facsimile/samples";
import { isObject, type JsonObject, valueAt } from "../spec/json.js";
import { type Recording, RecordingError } from "./exchange.js";
import { linesOfPointers } from "./json-lines.js";
import type { ObservedFact } from "./observations.js";
import { type ObservedCounts, observe } from "./observe.js";
import { isPlaceholder } from "./placeholder.js";
import { readRecording } from "./read-recording.js";
import { Secrets } from "./secrets.js";
import { Shown } from "./shown.js";

/** The largest recording that is read, in bytes. */
export const maximumRecordingSize: number = 64 * 1024 * 1024;

/** What a recording shows of a spec. */
export interface Observed extends ObservedCounts {
  /** As it was named. */
  readonly file: string;
  readonly kind: Recording["kind"];
  readonly facts: readonly ObservedFact[];
  /** Variables of a collection that have no value, and in how many places each stands. */
  readonly unresolved: readonly (readonly [name: string, count: number])[];
}

/** A spec that recordings can be held against. */
export interface ObservedSpec {
  readonly json: JsonObject;
  readonly validator: Validator;
}

/** Loads the document at a path for recordings. Throws an Error where there is none. */
export async function loadObservedSpec(path: string): Promise<ObservedSpec> {
  const { document } = await loadDocument(path);
  const api = document && buildModel(document).api;
  if (document === undefined || api === undefined)
    throw new Error(`${path}: there is no document to hold a recording against.`);
  return { json: document.json, validator: createValidator(document, api) };
}

/**
 * Holds the exchanges of a file against a spec. No secret of the file, and no value at all, is in what it says.
 *
 * @param name with which the file is told
 * @throws Error that says why the file cannot be read
 */
export async function observeFile(path: string, name: string, { json, validator }: ObservedSpec): Promise<Observed> {
  const read = await readText(path, maximumRecordingSize);
  if (!("text" in read)) throw new Error(`${name}: ${read.message}`);
  const recording = recordingIn(read.text, name);
  const shown = new Shown(secretsOf(recording, json), json);
  const { found, counts } = observe(json, validator, recording.exchanges, shown);
  const unresolved = [...recording.unresolved].map(([variable, count]) => [shown.name(variable), count] as const);
  return {
    ...counts,
    file: name,
    kind: recording.kind,
    facts: found.facts(name, linesOfPointers(read.text, found.pointers)),
    unresolved,
  };
}

/** What the recording itself shows to be a secret, and what travels where the document has credentials. */
function secretsOf({ secrets: listed, exchanges }: Recording, json: JsonObject): Secrets {
  const names = new Set(["authorization", "proxy-authorization", "cookie", ...keyNames(json)]);
  const sent = exchanges.flatMap(({ request: { headers, query } }) =>
    [...headers, ...query].flatMap(([name, value]) => (names.has(name.toLowerCase()) ? (value ?? []) : [])),
  );
  const secrets = new Secrets();
  for (const secret of [...listed, ...sent]) if (!isPlaceholder(secret)) secrets.learn(secret);
  return secrets;
}

/** The names under which the document's keys travel, in lower case. */
function keyNames(json: JsonObject): readonly string[] {
  const schemes = valueAt(json, "/components/securitySchemes");
  return Object.values(isObject(schemes) ? schemes : {}).flatMap((scheme) =>
    isObject(scheme) && typeof scheme.name === "string" ? [scheme.name.toLowerCase()] : [],
  );
}

function recordingIn(text: string, name: string): Recording {
  try {
    return readRecording(text);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    const line = error.line === undefined ? "" : `:${error.line}`;
    throw new Error(
      `${name}${line}: ${error.message}. Give a recording in HAR 1.2, or a Postman collection in the format 2.1.`,
    );
  }
}

/** A line for people about what was recorded. */
export function printObserved({
  file,
  kind,
  exchanges,
  held,
  elsewhere,
  refused,
  unreadable,
  unresolved,
}: Observed): string {
  const notes = [
    elsewhere === 0 ? "" : `${elsewhere} to servers that the document does not name`,
    refused === 0 ? "" : `${refused} refused, and in no path of the document`,
    unreadable === 0 ? "" : `${unreadable} bodies that are no whole JSON`,
    unresolved.length === 0
      ? ""
      : `no value for ${unresolved
          .slice(0, 10)
          .map(([name, count]) => `{{${name}}} (${count})`)
          .join(", ")}`,
  ].filter((note) => note !== "");
  const rest = notes.length === 0 ? "" : `; ${notes.join("; ")}`;
  return `${visible(`observed: ${file} (${kind}): ${held} of ${exchanges} exchanges are held against the document${rest}`)}\n`;
}
