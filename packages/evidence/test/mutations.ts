import { child, isObject, type JsonObject } from "../src/spec/json.js";
import { drop, entriesAt, itemsAt, type Mutation, rename, set } from "./mutate.js";
import { operationMutations } from "./operation-mutations.js";
import { schemaMutations } from "./schema-mutations.js";

/** Every change that a spec can suffer and that a user of the API would notice. */
export function mutationsOf(json: JsonObject): readonly Mutation[] {
  return [...serverMutations(json), ...operationMutations(json), ...schemeMutations(json), ...componentMutations(json)];
}

function serverMutations(json: JsonObject): readonly Mutation[] {
  return itemsAt(json, "/servers").flatMap(({ pointer, value }) => {
    const url = isObject(value) ? String(value.url) : "";
    return [
      set("change base URL", child(pointer, "url"), `${url}/v9`),
      set("change host", child(pointer, "url"), url.replace(/^https:\/\/[^/]+/, "https://api.example.com")),
      drop("drop server", pointer),
      ...entriesAt(json, child(pointer, "variables")).map((variable) => drop("drop server variable", variable.pointer)),
    ];
  });
}

const otherPlace: Readonly<Record<string, string>> = { header: "query", query: "header", cookie: "header" };

function schemeMutations(json: JsonObject): readonly Mutation[] {
  return entriesAt(json, "/components/securitySchemes").flatMap(({ name, pointer, value }) => {
    const scheme = isObject(value) ? value : {};
    const fields = ["name", "scheme", "x-value-prefix"].filter((field) => scheme[field] !== undefined);
    return [
      drop("drop security scheme", pointer),
      rename("rename security scheme", pointer, `${name}2`),
      set("change type of security scheme", child(pointer, "type"), scheme.type === "http" ? "apiKey" : "http"),
      ...(scheme.in === undefined
        ? []
        : [set("swap a credential's place", child(pointer, "in"), otherPlace[String(scheme.in)] ?? "header")]),
      ...fields.map((field) => set(`change ${field} of security scheme`, child(pointer, field), "other")),
      ...entriesAt(json, child(pointer, "flows")).flatMap((flow) => flowMutations(json, flow.pointer)),
    ];
  });
}

function flowMutations(json: JsonObject, pointer: string): readonly Mutation[] {
  const urls = entriesAt(json, pointer).filter(({ name }) => name.endsWith("Url"));
  return [
    rename("change flow", pointer, "implicit"),
    ...urls.map((url) => set("change URL of a flow", url.pointer, "https://example.com/other")),
    ...entriesAt(json, child(pointer, "scopes")).map((scope) => drop("drop scope of a flow", scope.pointer)),
    set("add scope of a flow", child(pointer, "scopes", "everything"), "All there is."),
  ];
}

function componentMutations(json: JsonObject): readonly Mutation[] {
  return entriesAt(json, "/components/schemas").flatMap(({ name, pointer, value }) => [
    drop("drop schema", pointer),
    rename("rename schema", pointer, `${name}2`),
    ...(isObject(value) && value.type === "object"
      ? [set("forbid further properties", child(pointer, "additionalProperties"), false)]
      : []),
    ...schemaMutations(json, pointer),
  ]);
}
