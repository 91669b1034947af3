/**
 * Compares a document with a changed copy of itself by what travels, and prints what that takes. A change is made in every tenth schema, in turn one
 * of those that people make.
 *
 *     npm run bench change -- <document>
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Change, compareWire } from "@facsimile/change";
import { type Document, isObject, type Json, type JsonObject, loadDocument } from "@facsimile/document";

const limits = { seconds: 3, megabytes: 1000 };

async function run(file: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "facsimile-bench-"));
  try {
    const old = await load(file);
    const copy = path.join(folder, "changed.json");
    await writeFile(copy, JSON.stringify(changed(old.json)));
    const next = await load(copy);
    print(
      file,
      measure(() => compareWire(old, next)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function load(file: string): Promise<Document> {
  const { document } = await loadDocument(file);
  if (document === undefined) throw new Error(`${file} cannot be read.`);
  return document;
}

/** Changes of a schema for objects, one after the other. */
const changes: readonly ((schema: JsonObject) => JsonObject)[] = [
  (schema) => ({ ...schema, properties: { ...membersOf(schema), added: { type: "string" } } }),
  (schema) => ({ ...schema, properties: Object.fromEntries(Object.entries(membersOf(schema)).slice(1)) }),
  (schema) => ({ ...schema, required: Object.keys(membersOf(schema)) }),
  ({ required: _required, ...schema }) => schema,
  (schema) => ({ ...schema, description: "Said in other words." }),
];

function membersOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {};
}

function changed(json: JsonObject): Json {
  let seen = 0;
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    const whole = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]));
    const isSchema = value.type === "object" && isObject(value.properties);
    const change = isSchema && ++seen % 10 === 0 ? changes[(seen / 10) % changes.length] : undefined;
    return change === undefined ? whole : change(whole);
  };
  return walk(json);
}

interface Measured {
  readonly changes: readonly Change[];
  readonly seconds: number;
  /** Seconds of a processor: other work of the machine hardly counts. */
  readonly processor: number;
  readonly megabytes: number;
}

function measure(work: () => readonly Change[]): Measured {
  const began = performance.now();
  const before = process.cpuUsage();
  const found = work();
  const { user, system } = process.cpuUsage(before);
  return {
    changes: found,
    seconds: (performance.now() - began) / 1000,
    processor: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

function print(file: string, { changes: found, seconds, processor, megabytes }: Measured): void {
  const counts = ["breaking", "unknown", "warning", "safe"].map(
    (verdict) => `${found.filter((change) => change.class === verdict).length} ${verdict}`,
  );
  console.log(`${path.basename(file)}: ${found.length} changes (${counts.join(", ")})`);
  console.log(
    `on the wire: ${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of a processor, limit ${limits.seconds} s`,
  );
  console.log(`with both documents loaded, at most ${megabytes.toFixed(0)} MB, limit ${limits.megabytes} MB`);
  // A busy machine takes longer by the clock, and the collector of garbage has processors of its own.
  if (Math.min(seconds, processor) > limits.seconds || megabytes > limits.megabytes) process.exitCode = 1;
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.log("No document is named, so none is compared: npm run bench change -- <document>");
} else await run(file);
