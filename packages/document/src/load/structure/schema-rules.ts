import type { DiagnosticCode } from "../../diagnostics/registry.js";
import type { Document, Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import type { Edits } from "./edits.js";
import { objectAt, type Place } from "./place.js";

/** Keywords whose single value must not be taken for a list: what it allows would be less than what is meant. */
export function isNeverList(key: string | number): boolean {
  return key === "enum" || key === "required" || key === "type";
}

/** Keywords that would allow nothing if they were empty, which JSON Schema rules out (2020-12, section 10.2.1, and for the others draft 5, section 5). */
export function isNeverEmpty({ key, outer }: Place): boolean {
  return objectAt(outer) === "Schema" && ["type", "enum", "allOf", "anyOf", "oneOf"].includes(String(key));
}

/** The code for a keyword that is ignored, and what to do about it. */
export function ignoredKeyword({ key, outer }: Place, value: Json, fix: string): { code: DiagnosticCode; fix: string } {
  if (value === null) return { code: "structure-null", fix };
  if (key === "type") return { code: "schema-type-unknown", fix };
  if (key !== "required" || !/^(?:true|false)$/i.test(String(value))) return { code: "schema-keyword-invalid", fix };
  const name = outer?.outer?.key === "properties" ? `"${outer.key}"` : "the name of the property";
  const instead = `Remove it, and write ${name} into the array "required" of the schema around it where the property must be there.`;
  return { code: "schema-required-flag", fix: instead };
}

/** Keywords that are more than held against their shapes. */
const notable: ReadonlySet<string> = new Set([
  ...["$ref", "$dynamicRef", "$recursiveRef", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"],
  ...["nullable", "enum", "const", "exclusiveMinimum", "exclusiveMaximum"],
]);

/** Whether there is more to look at in a schema than its shape, which most have none of. */
export function isNotable(schema: JsonObject): boolean {
  return Object.keys(schema).some((key) => notable.has(key)) || Array.isArray(member(schema, "type"));
}

const bounds = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

/** Exclusive bounds in the form of the other version are written in that of the document's own. */
export function mendBounds(
  report: Report,
  dialect: Document["dialect"],
  edits: Edits,
  source: Source,
  holder: JsonObject,
  pointer: string,
): void {
  for (const [key, bound] of bounds) {
    const exclusive = edits.valueAt(holder, key, member(holder, key) ?? null);
    const wrong = dialect === "3.1" ? "boolean" : "number";
    if (typeof exclusive !== wrong) continue;
    const made =
      dialect === "3.1" ? toNumber(edits, source, holder, key, bound) : toFlag(edits, source, holder, key, bound);
    const message = `The ${wrong} ${key} belongs to OpenAPI ${dialect === "3.1" ? "3.0" : "3.1"}; ${made}.`;
    const fix = dialect === "3.1" ? `Write the number as ${key}.` : `Write the number as ${bound}, with ${key}: true.`;
    report("schema-keyword-version", source, child(pointer, key), message, fix);
  }
}

/** `minimum: 1, exclusiveMinimum: true` is `exclusiveMinimum: 1`. */
function toNumber(edits: Edits, source: Source, holder: JsonObject, key: string, bound: string): string {
  const limit = readNumber(edits, holder, bound);
  if (edits.valueAt(holder, key, member(holder, key) ?? null) !== true || limit === undefined) {
    edits.drop({ source, holder, key });
    return "it is ignored";
  }
  edits.drop({ source, holder, key: bound });
  edits.set({ source, holder, key }, limit);
  return `it is read together with ${bound} as ${key}: ${limit}`;
}

/** `exclusiveMinimum: 1` is `minimum: 1, exclusiveMinimum: true`, unless `minimum` is the narrower bound. */
function toFlag(edits: Edits, source: Source, holder: JsonObject, key: string, bound: string): string {
  const limit = readNumber(edits, holder, key);
  const other = readNumber(edits, holder, bound);
  if (limit === undefined || (other !== undefined && isNarrower(other, limit, bound))) {
    edits.drop({ source, holder, key });
    return `it is ignored beside the narrower ${bound}`;
  }
  edits.set({ source, holder, key: bound }, limit);
  edits.set({ source, holder, key }, true);
  return `it is read as ${bound}: ${limit} with ${key}: true`;
}

function readNumber(edits: Edits, holder: JsonObject, key: string): number | undefined {
  const value = edits.valueAt(holder, key, member(holder, key) ?? null);
  return typeof value === "number" ? value : undefined;
}

function isNarrower(other: number, limit: number, bound: string): boolean {
  return bound === "minimum" ? other > limit : other < limit;
}
