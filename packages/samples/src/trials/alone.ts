import {
  isObject,
  type JsonObject,
  type JsonType,
  type SchemaNode,
  type SchemaUse,
  type SchemaView,
} from "@facsimile/document";
import { discriminatorOf } from "../schema/discriminators.js";

/** What says something of members of an object or a list beside what they are declared to be. */
const aboutMembers = ["not", "if", "dependentSchemas", "patternProperties", "propertyNames", "contains"];

/** What is said of members that a part does not declare, and another part may. */
const aboutOthers = ["additionalProperties", "unevaluatedProperties", "unevaluatedItems"];

/**
 * The schemas of a declared property by itself, each in other words: one for each way to read the schema around it. None where what it may be depends
 * on its siblings, or where its type is not found under its name.
 */
export function propertyAlone(readings: readonly SchemaView[], name: string): SchemaUse {
  const isTelling = readings.some(({ parts }) => parts.some(({ keywords }) => discriminatorOf(keywords) === name));
  return isTelling ? [] : memberAlone(readings, "object", ({ properties }) => properties.get(name) ?? []);
}

/** The same for the items of a list. */
export function itemAlone(readings: readonly SchemaView[]): SchemaUse {
  return memberAlone(readings, "array", ({ prefixItems, items }) => (prefixItems.length === 0 ? items : []));
}

/** The same for the properties of an object that declares none. */
export function otherAlone(readings: readonly SchemaView[]): SchemaUse {
  return memberAlone(readings, "object", ({ properties, additional }) => (properties.size === 0 ? additional : []));
}

function memberAlone(
  readings: readonly SchemaView[],
  type: JsonType,
  memberOf: (view: SchemaView) => SchemaUse,
): SchemaUse {
  const nodes = new Map<string, SchemaNode>();
  for (const view of readings) {
    const [node, ...others] = memberOf(view);
    if (view.types?.join() === "null") continue;
    if (node === undefined || others.length > 0 || !isPlain(view, type)) return [];
    const text = readings.length === 1 ? "" : JSON.stringify(node.value);
    if (!nodes.has(text)) nodes.set(text, node);
  }
  return [...nodes.values()];
}

function isPlain({ parts, types }: SchemaView, type: JsonType): boolean {
  const isOfType = types?.filter((one) => one !== "null").join() === type;
  const isSimple = parts.every(({ keywords }) => aboutMembers.every((keyword) => keywords[keyword] === undefined));
  const declaring = parts.filter(({ keywords }) => isAboutOthers(keywords) || declares(keywords));
  return isOfType && isSimple && (declaring.length === 1 || !declaring.some(({ keywords }) => isAboutOthers(keywords)));
}

function declares({ properties, items }: JsonObject): boolean {
  return properties !== undefined || items !== undefined;
}

function isAboutOthers(keywords: JsonObject): boolean {
  return aboutOthers.some((keyword) => {
    const value = keywords[keyword];
    return value === false || (isObject(value) && Object.keys(value).length > 0);
  });
}
