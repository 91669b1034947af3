import { componentOf, isObject, type Json, type JsonObject } from "@facsimile/document";
import type { Branch } from "../../sets/branch.js";
import { code } from "../words.js";

/** The name that people know an alternative by: its component, its title, or the value that a required property always has. */
export function labelOf({ chosen, parts }: Branch): string | undefined {
  const names = chosen.flatMap(({ value }) => labelOfSchema(value));
  if (names.length > 0) return names.join(" ");
  return chosen.length === 0 ? undefined : markOf({ parts });
}

/** The value that a required property of an object always has, with its name. */
export function markOf({ parts }: Pick<Branch, "parts">): string | undefined {
  return parts.flatMap(({ keywords }) => marksIn(keywords)).at(0);
}

/** What an alternative is called in a sentence. */
export function nameOf(branch: Branch): string {
  const label = labelOf(branch);
  if (label !== undefined) return code(label);
  const needed = branch.type === "object" ? requiredIn(branch) : [];
  return needed.length === 0 ? `another ${branch.type}` : `an object with ${listOf(needed)}`;
}

function requiredIn({ parts }: Branch): readonly string[] {
  const names = parts.flatMap(({ keywords: { required } }) => (Array.isArray(required) ? required : []));
  return [...new Set(names.filter((name) => typeof name === "string"))];
}

/** More names than these are no name. */
const mostNames = 2;

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(code);
  return names.length > mostNames ? `${shown.join(", ")} and more` : shown.join(" and ");
}

function labelOfSchema(value: Json): readonly string[] {
  if (!isObject(value)) return [];
  const component = componentOf(value.$ref);
  if (component !== undefined) return [component];
  return typeof value.title === "string" ? [value.title] : [];
}

function marksIn({ properties, required }: JsonObject): readonly string[] {
  if (!isObject(properties) || !Array.isArray(required)) return [];
  return required.flatMap((name) => {
    const schema = typeof name === "string" ? properties[name] : undefined;
    if (!isObject(schema)) return [];
    const only = schema.const ?? (Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined);
    return typeof only === "string" ? [`${name}=${only}`] : [];
  });
}
