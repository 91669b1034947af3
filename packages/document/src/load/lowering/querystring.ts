import type { Json, JsonObject } from "../document.js";
import { essence } from "../media-type.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Path, Tree } from "../rewritten/tree.js";
import { followReference } from "./follow-reference.js";

/** A value, and the pointer that it has. */
interface Found {
  readonly value: JsonObject;
  readonly pointer: string;
}

/**
 * Writes the parameters `in: querystring` of a path item and its operations as parameters in a query, one for each property of the form. One that is
 * no form, or has members that its schema does not name, stays.
 *
 * @param moved - where the new parameters are written, by their pointers
 */
export function lowerQuerystrings(tree: Tree, item: Path, moved: Map<string, string>): void {
  const value = tree.valueAt(item);
  if (!isObject(value)) return;
  lowerList(tree, item, moved);
  for (const [key, operation] of Object.entries(value)) {
    if (isObject(operation) && key !== "additionalOperations") lowerList(tree, [...item, key], moved);
    if (isObject(operation) && key === "additionalOperations")
      for (const method of Object.keys(operation)) lowerList(tree, [...item, key, method], moved);
  }
}

function lowerList(tree: Tree, owner: Path, moved: Map<string, string>): void {
  const path = [...owner, "parameters"];
  const list = tree.valueAt(path);
  if (!Array.isArray(list)) return;
  const base = path.map(String).reduce<string>(child, "");
  // Those that are added at the end are none of a querystring themselves.
  list.forEach((written: Json, index) => {
    const parameter = followReference(tree.json, { value: written, pointer: child(base, index) });
    const properties = parameter && propertiesOf(tree.json, parameter);
    const container = properties === undefined ? undefined : tree.open(path);
    if (properties === undefined || !Array.isArray(container)) return;
    for (const [count, [made, pointer]] of properties.entries()) {
      const place = count === 0 ? index : container.length;
      container[place] = made;
      moved.set(child(base, place), pointer);
    }
  });
}

/** A parameter in a query for each property of the form; undefined where a parameter is none that can be said so. */
function propertiesOf(json: JsonObject, { value, pointer }: Found): [JsonObject, string][] | undefined {
  const form = value.in === "querystring" ? formOf(value, pointer) : undefined;
  const schema =
    form && followReference(json, { value: form.value.schema ?? null, pointer: child(form.pointer, "schema") });
  if (form === undefined || schema === undefined || !isPlain(schema.value)) return undefined;
  const required = value.required === true && Array.isArray(schema.value.required) ? schema.value.required : [];
  const properties = schema.value.properties;
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => {
    const at = child(child(schema.pointer, "properties"), name);
    const encoding = member(form.value.encoding ?? null, name);
    const made = { name, in: "query", ...(required.includes(name) && { required: true }) };
    return [{ ...made, ...describe(json, property, at, encoding) }, at];
  });
}

function formOf({ content }: JsonObject, pointer: string): Found | undefined {
  if (!isObject(content)) return undefined;
  const name = Object.keys(content).find((type) => essence(type) === "application/x-www-form-urlencoded");
  const value = name === undefined ? undefined : content[name];
  return name === undefined || !isObject(value)
    ? undefined
    : { value, pointer: child(child(pointer, "content"), name) };
}

/** Whether an object has the members that its properties name, and says nothing about them together. */
function isPlain(schema: JsonObject): boolean {
  const { additionalProperties = false } = schema;
  const composing = [
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "if",
    "patternProperties",
    "$ref",
    "minProperties",
    "dependentRequired",
  ];
  return (
    isObject(schema.properties) && additionalProperties === false && composing.every((key) => schema[key] === undefined)
  );
}

/** How the value of a property is written: by a style where the encoding has one, else as what the encoding says, else by its type. */
function describe(json: JsonObject, property: Json, pointer: string, encoding: Json | undefined): JsonObject {
  const schema = property;
  const styled = Object.entries(isObject(encoding) ? encoding : {}).filter(([key]) =>
    ["style", "explode", "allowReserved"].includes(key),
  );
  const stated = member(encoding ?? null, "contentType");
  const type = followReference(json, { value: property, pointer })?.value.type;
  const description = member(property, "description");
  const words = typeof description === "string" ? { description } : {};
  if (styled.length > 0) return { ...words, ...Object.fromEntries(styled), schema };
  const mediaType = typeof stated === "string" ? stated : type === "object" ? "application/json" : undefined;
  return mediaType === undefined ? { ...words, schema } : { ...words, content: { [mediaType]: { schema } } };
}
