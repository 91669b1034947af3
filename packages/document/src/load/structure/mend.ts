import type { DiagnosticCode } from "../../diagnostics/registry.js";
import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import { objectAt, type Place } from "./place.js";
import { scopes, securityRequirement } from "./security-shapes.js";
import type { Shape } from "./shape.js";

/** What is read in the place of a value of the wrong kind. */
export interface Mended {
  readonly code: DiagnosticCode;
  readonly value: Json;
  /** What was made of it, as the end of a sentence. */
  readonly made: string;
  readonly fix: string;
}

/** What a value of the wrong kind can only mean; undefined where it could mean anything. */
export function mend(value: Json, place: Place): Mended | undefined {
  const { shape } = place;
  switch (shape.kind) {
    case "text":
      return mendText(value, place);
    case "flag":
      return mendFlag(value);
    case "number":
      return mendNumber(value);
    case "choice":
      return mendNullType(value, place, shape.values) ?? mendChoice(value, shape.values);
    case "schema":
      return mendSchema(value, place);
    case "list":
      return mendList(value, place, shape);
    case "map":
      return emptyObject(value) ?? mendRequirement(value, shape);
    case "object":
      return emptyObject(value) ?? mendObject(value, shape.name);
    case "either":
      return mendEither(value, place, shape.of);
    default:
      return undefined;
  }
}

/** Text that YAML or JSON takes for a number or a boolean: what is meant is what is written, such as the version 1.0. */
function mendText(value: Json, { source, holder, pointer }: Place): Mended | undefined {
  if (typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = source.textAt(holder, pointer) ?? String(value);
  const made = `it is read as the text ${JSON.stringify(text)}`;
  return { code: "structure-text", value: text, made, fix: "Put it in quotes." };
}

/** The words of YAML 1.1 (the type `bool` of its repository), which some writers still quote, and numbers that mean the same. */
const flags: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "on", "1"].map((word) => [word, true] as const),
  ...["false", "no", "off", "0"].map((word) => [word, false] as const),
]);

function mendFlag(value: Json): Mended | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const meant = flags.get(String(value).trim().toLowerCase());
  if (meant === undefined) return undefined;
  return {
    code: "structure-quoted",
    value: meant,
    made: `it is read as ${meant}`,
    fix: `Write ${meant} without quotes.`,
  };
}

function mendNumber(value: Json): Mended | undefined {
  if (typeof value !== "string" || !/^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(value.trim()))
    return undefined;
  const meant = Number(value);
  if (!Number.isFinite(meant)) return undefined;
  return {
    code: "structure-quoted",
    value: meant,
    made: `it is read as ${meant}`,
    fix: `Write ${meant} without quotes.`,
  };
}

/** Without quotes, one of several types that is called null is none in YAML. */
function mendNullType(value: Json, { key }: Place, choices: readonly string[]): Mended | undefined {
  if (value !== null || typeof key !== "number" || !choices.includes("null")) return undefined;
  return { code: "structure-null", value: "null", made: 'it is read as the type "null"', fix: "Put it in quotes." };
}

/** A word in other letters, such as `Query`. */
function mendChoice(value: Json, choices: readonly string[]): Mended | undefined {
  if (typeof value !== "string") return undefined;
  const meant = choices.find((choice) => choice.toLowerCase() === value.trim().toLowerCase());
  if (meant === undefined) return undefined;
  return { code: "structure-invalid", value: meant, made: `it is read as "${meant}"`, fix: `Write "${meant}".` };
}

/** A keyword that is no schema is ignored: what allows anything could forbid something there, as in `not`. */
function mendSchema(value: Json, place: Place): Mended | undefined {
  if (objectAt(place.outer) !== "Schema" || place.key === "items")
    return value === null && isKeyword(place) ? undefined : anySchema;
  return mostlyFlags.has(String(place.key)) && typeof value === "string" ? mendFlag(value) : undefined;
}

const mostlyFlags: ReadonlySet<string> = new Set(["additionalProperties", "unevaluatedProperties", "unevaluatedItems"]);

const anySchema: Mended = {
  code: "schema-invalid",
  value: {},
  made: "it is read as a schema that allows anything",
  fix: "Write a schema, such as type: string.",
};

function mendList(value: Json, place: Place, { of }: Shape & { kind: "list" }): Mended | undefined {
  if (isEmptyObject(value) && !isKeyword(place)) {
    const fix = "Write [] where nothing is meant.";
    return { code: "structure-empty", value: [], made: "it is read as an empty array", fix };
  }
  if (!isOneOf(value, of)) return undefined;
  const made = "it is read as an array of this one item";
  return { code: "structure-list", value: [value], made, fix: "Write it as an item of an array." };
}

/** Whether a value is, or clearly stands for, one item of a list. */
function isOneOf(value: Json, of: Shape): boolean {
  if (of.kind === "text") return typeof value === "string" && value !== "";
  if (isEmptyObject(value)) return false;
  if (typeof value === "string")
    return of === securityRequirement || (of.kind === "object" && namedByText.has(of.name));
  if (of.kind === "object" && of.name === "Parameter") return isParameter(value);
  return isObject(value) && (of.kind === "object" || of.kind === "schema" || of === securityRequirement);
}

/** An object of parameters by name is none. */
function isParameter(value: Json): boolean {
  return ["name", "in", "$ref"].some((key) => typeof member(value, key) === "string");
}

function isKeyword({ outer }: Place): boolean {
  return objectAt(outer) === "Schema";
}

function isEmptyObject(value: Json): value is JsonObject {
  return isObject(value) && Object.keys(value).length === 0;
}

/** What PHP and others write for an object without members. */
function emptyObject(value: Json): Mended | undefined {
  if (!Array.isArray(value) || value.length > 0) return undefined;
  return {
    code: "structure-empty",
    value: {},
    made: "it is read as an empty object",
    fix: "Write {} where nothing is meant.",
  };
}

/** Objects that are clear from one text alone, and the member that it is. */
const namedByText: ReadonlyMap<string, string> = new Map([
  ["Server", "url"],
  ["Tag", "name"],
]);

function mendObject(value: Json, name: string): Mended | undefined {
  const member = namedByText.get(name);
  if (member === undefined || typeof value !== "string") return undefined;
  const fix = `Write an object with this ${member}.`;
  return { code: "structure-invalid", value: { [member]: value }, made: `it is read as the ${member} of one`, fix };
}

/** The name of a security scheme alone asks for no scopes. */
function mendRequirement(value: Json, shape: Shape): Mended | undefined {
  if (shape !== securityRequirement || typeof value !== "string") return undefined;
  const made = "it is read as the name of a security scheme";
  return { code: "structure-invalid", value: { [value]: [] }, made, fix: `Write ${value}: [] in an object.` };
}

function mendEither(value: Json, place: Place, options: readonly Shape[]): Mended | undefined {
  for (const shape of options) {
    const mended = mend(value, { ...place, shape });
    if (mended !== undefined) return mended;
  }
  return undefined;
}

/** What is read where nothing could be made of a value, and it cannot be left out. */
export function standIn(value: Json, { shape }: Place): Mended | undefined {
  if (shape === scopes) {
    const fix = "Write an array of scopes, [] where there are none.";
    return { code: codeFor(value), value: [], made: "it is read as no scopes", fix };
  }
  if (shape.kind !== "object") return undefined;
  const fix = "Write an object that describes it.";
  if (shape.name === "Media Type")
    return { code: codeFor(value), value: {}, made: "nothing is known of what it holds", fix };
  return shape.name === "Response" ? { code: "response-invalid", fix, ...responseOf(value) } : undefined;
}

function codeFor(value: Json): DiagnosticCode {
  return value === null ? "structure-null" : "structure-invalid";
}

/** Its status is known all the same. Nothing at all says what an empty object says; whatever else it is may be about a body. */
function responseOf(value: Json): Pick<Mended, "value" | "made"> {
  if (value === null) return { value: {}, made: "it is read as a response without a body" };
  if (typeof value === "string")
    return { value: { description: value }, made: "it is read as the description of a response without a body" };
  return { value: { content: { "*/*": {} } }, made: "it is read as a response of which only the status is known" };
}
