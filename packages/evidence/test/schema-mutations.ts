import { snakeCase } from "../src/families/spelling.js";
import { child, isList, isObject, type Json, type JsonObject, valueAt } from "../src/spec/json.js";
import { both, drop, entriesAt, itemsAt, type Mutation, rename, set } from "./mutate.js";

/** Every change of a schema and of the schemas inside it. */
export function schemaMutations(json: JsonObject, pointer: string): readonly Mutation[] {
  const node = valueAt(json, pointer);
  if (!isObject(node)) return [];
  return [
    ...typeMutations(node, pointer),
    ...valueMutations(json, node, pointer),
    ...propertyMutations(json, node, pointer),
    ...compositionMutations(json, pointer),
    ...innerPointers(json, node, pointer).flatMap((inner) => schemaMutations(json, inner)),
  ];
}

function innerPointers(json: JsonObject, node: JsonObject, pointer: string): readonly string[] {
  const words = ["items", "additionalProperties"].filter((word) => isObject(node[word]));
  const lists = ["allOf", "oneOf", "anyOf"].flatMap((word) => itemsAt(json, child(pointer, word)));
  return [
    ...entriesAt(json, child(pointer, "properties")).map((entry) => entry.pointer),
    ...words.map((word) => child(pointer, word)),
    ...lists.map((item) => item.pointer),
  ];
}

const otherType: Readonly<Record<string, string>> = {
  string: "integer",
  integer: "string",
  number: "string",
  boolean: "string",
  object: "string",
  array: "object",
};

function typeMutations(node: JsonObject, pointer: string): readonly Mutation[] {
  const { type, format } = node;
  const at = child(pointer, "type");
  const mutations: Mutation[] = [];
  if (typeof type === "string") {
    mutations.push(set("change type", at, otherType[type] ?? "string"), drop("drop type", at));
    // Where the values are listed, the type alone does not allow null.
    if (node.enum === undefined && node.const === undefined) mutations.push(set("allow null", at, [type, "null"]));
    if (type === "string" && format === undefined)
      mutations.push(set("add format", child(pointer, "format"), "date-time"));
    if (type === "integer") mutations.push(set("widen integer to number", at, "number"));
  }
  if (isList(type)) mutations.push(set("forbid null", at, type.find((each) => each !== "null") ?? "string"));
  if (format !== undefined)
    mutations.push(
      drop("drop format", child(pointer, "format")),
      set("change format", child(pointer, "format"), "byte"),
    );
  if (typeof node.$ref === "string")
    mutations.push(set("change reference", child(pointer, "$ref"), otherReference(node.$ref)));
  return mutations;
}

/** Another schema that every one of the specs has under one of these names. */
function otherReference(reference: string): string {
  return reference.endsWith("/User") || reference.endsWith("/UserInfoModel")
    ? `${reference}Other`
    : reference.replace(/[^/]+$/, "User");
}

function valueMutations(json: JsonObject, node: JsonObject, pointer: string): readonly Mutation[] {
  const { minimum, maximum } = node;
  return [
    ...itemsAt(json, child(pointer, "enum")).map((item) => drop("drop enum value", item.pointer)),
    ...(isList(node.enum)
      ? [
          set("add enum value", child(pointer, "enum"), [...node.enum, "another"]),
          drop("drop enum", child(pointer, "enum")),
        ]
      : []),
    ...(node.default === undefined
      ? []
      : [drop("drop default", child(pointer, "default")), set("change default", child(pointer, "default"), "other")]),
    ...(typeof minimum === "number"
      ? [set("change minimum", child(pointer, "minimum"), minimum + 1), drop("drop minimum", child(pointer, "minimum"))]
      : []),
    ...(typeof maximum === "number"
      ? [set("change maximum", child(pointer, "maximum"), maximum - 1), drop("drop maximum", child(pointer, "maximum"))]
      : []),
    ...(node.readOnly === true ? [drop("drop readOnly", child(pointer, "readOnly"))] : []),
    ...(node.writeOnly === true ? [drop("drop writeOnly", child(pointer, "writeOnly"))] : []),
  ];
}

function propertyMutations(json: JsonObject, node: JsonObject, pointer: string): readonly Mutation[] {
  const required: readonly Json[] = isList(node.required) ? node.required : [];
  const list = child(pointer, "required");
  return entriesAt(json, child(pointer, "properties")).flatMap(({ name, pointer: at, value }) => {
    const index = required.indexOf(name);
    const unrequire = index === -1 ? undefined : drop("do not require property", child(list, index));
    const dropped = drop("drop property", at);
    return [
      unrequire ?? set("require property", list, [...required, name]),
      unrequire === undefined ? dropped : both("drop property", dropped, unrequire),
      rename("rename property", at, `${name}2`),
      ...(snakeCase(name) === name ? [] : [rename("rename property to the page's spelling", at, snakeCase(name))]),
      ...(isObject(value) && value.readOnly === undefined ? [set("add readOnly", child(at, "readOnly"), true)] : []),
    ];
  });
}

function compositionMutations(json: JsonObject, pointer: string): readonly Mutation[] {
  return ["oneOf", "anyOf"].flatMap((word) =>
    itemsAt(json, child(pointer, word)).map((item) => drop("drop alternative of a schema", item.pointer)),
  );
}
