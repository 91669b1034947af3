import { child, isObject, splitPointer, valueAt } from "@facsimile/document";
import type { Edition } from "./edition.js";
import { code } from "./words.js";

/** What a place in a document is called in a sentence: `User.name`, `limit` of the query, the 200 answer. */
export function subjectOf(edition: Edition, pointer: string): string {
  const steps = splitPointer(pointer);
  const start = schemaStart(steps);
  if (start === undefined) return ownerOf(edition, steps);
  const way = wayInto(steps.slice(start));
  if (steps[0] === "components" && steps[1] === "schemas")
    return code(`${steps[2]}${way === "" || way.startsWith("[") ? way : `.${way}`}`);
  const owner = ownerOf(edition, steps.slice(0, start - 1));
  return way === "" ? owner : `${code(way)} of ${owner}`;
}

/** How many steps lead to a schema from outside. */
function schemaStart(steps: readonly string[]): number | undefined {
  if (steps[0] === "components" && steps[1] === "schemas") return 3;
  const at = steps.findIndex((step, index) => index >= 2 && (step === "schema" || step === "itemSchema"));
  return at < 0 ? undefined : at + 1;
}

/** The properties and items on the way into a schema. */
function wayInto(steps: readonly string[]): string {
  let way = "";
  for (let index = 0; index < steps.length; index++) {
    const keyword = steps[index];
    if (keyword === "properties") {
      const name = steps[++index] ?? "";
      way += way === "" ? name : `.${name}`;
    } else if (keyword === "items") way += "[]";
    else if (keyword === "prefixItems") way += `[${steps[++index] ?? ""}]`;
    else if (keyword === "additionalProperties" || keyword === "patternProperties") {
      if (keyword === "patternProperties") index++;
      way += way === "" ? "*" : ".*";
    }
  }
  return way;
}

function ownerOf(edition: Edition, steps: readonly string[]): string {
  const parameter = parameterAt(edition, steps);
  if (parameter !== undefined) return parameter;
  const header = steps.lastIndexOf("headers");
  if (header >= 0) return `header ${code(steps[header + 1] ?? "")}${answerOf(steps, " of ")}`;
  if (steps.includes("requestBody") || steps[1] === "requestBodies") return "the request body";
  return answerOf(steps, "") || "it";
}

function answerOf(steps: readonly string[], before: string): string {
  const at = steps.lastIndexOf("responses");
  const name = steps[at + 1];
  if (at < 0 || name === undefined) return "";
  return steps[0] === "components" ? `${before}the answer ${code(name)}` : `${before}the ${name} answer`;
}

function parameterAt(edition: Edition, steps: readonly string[]): string | undefined {
  const at = steps.lastIndexOf("parameters");
  if (at < 0) return undefined;
  const parameter = valueAt(edition.json, steps.slice(0, at + 2).reduce(child, ""));
  if (!isObject(parameter)) return undefined;
  return `${parameter.in} parameter ${code(String(parameter.name))}`;
}
