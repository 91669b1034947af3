import { snakeCase } from "../src/families/spelling.js";
import { child, isList, isObject, type JsonObject, valueAt } from "../src/spec/json.js";
import { contentOf, operationsOf, resolve, type SpecOperation } from "../src/spec/operations.js";
import { drop, entriesAt, itemsAt, type Mutation, rename, set } from "./mutate.js";
import { schemaMutations } from "./schema-mutations.js";

/** Every change of the operations and of what they share. Each place is changed once, however many operations refer to it. */
export function operationMutations(json: JsonObject): readonly Mutation[] {
  const mutations = operationsOf(json).flatMap((operation) => [
    ...ownMutations(json, operation),
    ...parameterMutations(json, operation),
    ...bodyMutations(json, operation),
    ...responseMutations(json, operation),
    ...securityMutations(json, operation),
  ]);
  return [...new Map(mutations.map((mutation) => [`${mutation.kind} ${mutation.pointer}`, mutation])).values()];
}

function ownMutations(json: JsonObject, { pointer, path, method, node }: SpecOperation): readonly Mutation[] {
  const item = child("/paths", path);
  const free = ["patch", "head", "options"].find((each) => valueAt(json, child(item, each)) === undefined) ?? "trace";
  return [
    drop("drop operation", pointer),
    rename("change method", pointer, free),
    rename("change path", item, path.endsWith("/") ? path.slice(0, -1) : `${path}/`),
    set("change operationId", child(pointer, "operationId"), `${String(node.operationId)}Again`),
    set("flip deprecated of operation", child(pointer, "deprecated"), node.deprecated !== true),
    ...(method === "GET"
      ? [set("add request body", child(pointer, "requestBody"), { content: { "application/json": { schema: {} } } })]
      : []),
    set("add parameter", child(pointer, "parameters"), [
      ...(isList(node.parameters) ? node.parameters : []),
      { name: "extra", in: "query", schema: { type: "string" } },
    ]),
  ];
}

function parameterMutations(json: JsonObject, operation: SpecOperation): readonly Mutation[] {
  return operation.parameters.flatMap((parameter) => {
    const { at, pointer, name } = parameter;
    const spelled = snakeCase(name);
    const isPath = parameter.in === "path";
    const explode = child(pointer, "explode");
    const schema = valueAt(json, child(pointer, "schema"));
    const isArray = isObject(schema) && schema.type === "array";
    return [
      drop("drop parameter", at),
      ...(isPath
        ? []
        : [set("flip required of parameter", child(pointer, "required"), parameter.node.required !== true)]),
      set("flip deprecated of parameter", child(pointer, "deprecated"), parameter.node.deprecated !== true),
      set("move parameter", child(pointer, "in"), parameter.in === "query" ? "header" : "query"),
      set("rename parameter", child(pointer, "name"), `${name}2`),
      ...(spelled === name ? [] : [set("rename parameter to the page's spelling", child(pointer, "name"), spelled)]),
      ...(isArray ? [set("flip explode", explode, parameter.node.explode === false)] : []),
      ...schemaMutations(json, child(pointer, "schema")),
    ];
  });
}

function bodyMutations(json: JsonObject, { body }: SpecOperation): readonly Mutation[] {
  if (body === undefined) return [];
  return [
    drop("drop request body", body.at),
    set("flip required of request body", child(body.pointer, "required"), body.node.required !== true),
    ...contentOf(body).flatMap(({ pointer }) => contentMutations(json, pointer, "request")),
  ];
}

function contentMutations(json: JsonObject, pointer: string, of: string): readonly Mutation[] {
  const schema = child(pointer, "schema");
  const value = valueAt(json, schema);
  return [
    rename(`change media type of ${of}`, pointer, "text/plain"),
    drop(`drop media type of ${of}`, pointer),
    ...(value === undefined
      ? []
      : [set(`make an array of ${of}`, schema, { type: "array", items: value }), ...schemaMutations(json, schema)]),
  ];
}

function responseMutations(json: JsonObject, operation: SpecOperation): readonly Mutation[] {
  const list = child(operation.pointer, "responses");
  return [
    set("add status", child(list, "418"), { description: "A teapot." }),
    ...operation.responses.flatMap((response) => [
      drop("drop status", response.at),
      rename("change status", response.at, "299"),
      ...entriesAt(json, child(response.pointer, "headers")).flatMap(({ name, pointer }) => [
        drop("drop response header", pointer),
        rename("rename response header", pointer, `${name}-2`),
        ...schemaMutations(json, child(resolve(json, pointer).pointer, "schema")),
      ]),
      set("add response header", child(response.pointer, "headers"), { "X-Extra": { schema: { type: "string" } } }),
      ...contentOf(response).flatMap(({ pointer }) => contentMutations(json, pointer, "response")),
    ]),
  ];
}

function securityMutations(json: JsonObject, operation: SpecOperation): readonly Mutation[] {
  const own = operation.node.security === undefined ? "/security" : child(operation.pointer, "security");
  const alternatives = itemsAt(json, own);
  const joined = Object.assign({}, ...alternatives.map(({ value }) => value)) as JsonObject; // the alternatives are objects
  const scopes = alternatives
    .flatMap(({ pointer }) => entriesAt(json, pointer))
    .flatMap(({ pointer }) => itemsAt(json, pointer));
  return [
    ...alternatives.map(({ pointer }) => drop("drop alternative of security", pointer)),
    set("allow without a credential", own, [...alternatives.map(({ value }) => value), {}]),
    set("need no credential", own, []),
    ...(alternatives.length > 1 ? [set("need all credentials", own, [joined])] : []),
    ...scopes.flatMap(({ pointer }) => [drop("drop scope", pointer), set("change scope", pointer, "everything")]),
  ];
}
