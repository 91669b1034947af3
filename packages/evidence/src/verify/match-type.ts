import type { FactValue } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import { type Builtin, printType, type TypeExpression } from "../facts/type-expression.js";
import { child, isList, isObject, valueAt } from "../spec/json.js";
import { type SchemaView, typesOf, viewSchema } from "../spec/schema-view.js";
import { type Answer, confirmed, contradicted, every } from "./answer.js";
import type { Compared } from "./compared.js";

/** Holds the schema at a pointer against a documented type. */
export function matchType(compared: Compared, type: FactValue, pointer: string): Answer {
  return match(compared, parseType(String(type)), pointer);
}

function match(compared: Compared, type: TypeExpression, pointer: string): Answer {
  if (valueAt(compared.json, pointer) === undefined) return contradicted(pointer, "has no schema there");
  if (type.kind === "model") return matchModel(compared, type.name, pointer);
  if (type.kind === "nullable") return matchNullable(compared, type.of, pointer);
  const view = viewSchema(compared.json, pointer);
  // A reference to a schema without a page of its own is how a spec shares what pages repeat; it has to hold what they say.
  const followed = view.references.flatMap(({ at, target }) => [at, target]);
  const answer = matchView(compared, type, view);
  return answer.verdict === "confirmed" ? confirmed(view.pointer, ...answer.supports, ...followed) : answer;
}

type Plain = Exclude<TypeExpression, { kind: "model" | "nullable" }>;

function matchView(compared: Compared, type: Plain, view: SchemaView): Answer {
  switch (type.kind) {
    case "builtin":
      return matchBuiltin(type.name, view);
    case "array":
      if (!typesOf(view.node).includes("array")) return differs(type, view);
      return every(child(view.pointer, "type"), [
        confirmed(child(view.pointer, "type")),
        match(compared, type.items, child(view.pointer, "items")),
      ]);
    case "map":
      return matchMap(compared, type, view);
    case "literal":
      return matchLiterals([type.value], view);
    case "union":
      return matchUnion(compared, type, view);
  }
}

function matchNullable(compared: Compared, type: TypeExpression, pointer: string): Answer {
  const { node, nullable } = viewSchema(compared.json, pointer);
  if (isAnything(type) && typesOf(node).length === 0) return match(compared, type, pointer); // null is one of the values
  if (nullable.length === 0) return contradicted(pointer, "does not allow null");
  return every(pointer, [confirmed(pointer, ...nullable), match(compared, type, pointer)]);
}

function isAnything(type: TypeExpression): boolean {
  return type.kind === "builtin" && (type.name === "any" || type.name === "unknown");
}

function matchModel(compared: Compared, model: string, pointer: string): Answer {
  const view = viewSchema(compared.json, pointer);
  const place = compared.model(model);
  const step = view.references.find(({ target }) => target === place);
  const passed = step === undefined ? [] : view.references.slice(0, view.references.indexOf(step) + 1);
  if (step !== undefined) return confirmed(pointer, ...passed.flatMap(({ at, target }) => [at, target]));
  if (view.references.length === 0 && (place === undefined || place === view.pointer)) {
    compared.foundInline(model, view.pointer);
    return confirmed(pointer);
  }
  const said = view.references[0]?.target.split("/").at(-1);
  return contradicted(
    pointer,
    said === undefined ? `writes a schema of its own there, not ${model}` : `refers to ${said}`,
  );
}

function matchMap(compared: Compared, type: Extract<Plain, { kind: "map" }>, view: SchemaView): Answer {
  const additional = child(view.pointer, "additionalProperties");
  if (!typesOf(view.node).includes("object") || !isObject(view.node.additionalProperties)) return differs(type, view);
  return every(view.pointer, [
    confirmed(child(view.pointer, "type"), additional),
    match(compared, type.values, additional),
  ]);
}

function matchUnion(compared: Compared, type: Extract<Plain, { kind: "union" }>, view: SchemaView): Answer {
  const { members } = type;
  const literals = members.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  if (literals.length === members.length) return matchLiterals(literals, view);
  const keyword = isList(view.node.oneOf) ? "oneOf" : "anyOf";
  const written = view.node[keyword];
  if (!isList(written) || written.length !== members.length) return differs(type, view);
  const answers = members.map((member, index) => match(compared, member, child(view.pointer, keyword, index)));
  return every(child(view.pointer, keyword), answers);
}

function matchLiterals(values: readonly FactValue[], view: SchemaView): Answer {
  const listed = isList(view.node.enum) ? view.node.enum : [view.node.const ?? null];
  const written = listed.filter((value) => value !== null); // whether null is allowed is a matter of its own
  const same = values.length === written.length && values.every((value) => written.includes(value as string)); // compared as JSON scalars
  const says = `allows the values ${JSON.stringify(written)}`;
  const keyword = isList(view.node.enum) ? "enum" : "const";
  return same ? confirmed(child(view.pointer, keyword), child(view.pointer, "type")) : contradicted(view.pointer, says);
}

/** The types and formats of OpenAPI that each documented type may be. A format of `undefined` means: any that no other type stands for. */
interface Written {
  readonly types: readonly string[];
  readonly formats?: readonly string[];
  /** The fact states the format too, where the spec gives one of them. */
  readonly statesFormat?: boolean;
}

const otherFormats = ["date", "date-time", "binary"];

const written: Readonly<Record<Exclude<Builtin, "any" | "unknown">, Written>> = {
  string: { types: ["string"] },
  text: { types: ["string"], formats: ["*"] },
  integer: { types: ["integer"] },
  int64: { types: ["integer"], formats: ["int64", "none"], statesFormat: true },
  number: { types: ["number"] },
  float: { types: ["number"], formats: ["float", "none"], statesFormat: true },
  double: { types: ["number"], formats: ["double", "none"], statesFormat: true },
  numeric: { types: ["number", "integer"] },
  boolean: { types: ["boolean"] },
  date: { types: ["string"], formats: ["date"], statesFormat: true },
  "date-time": { types: ["string"], formats: ["date-time"], statesFormat: true },
  moment: { types: ["string"], formats: ["date", "date-time"], statesFormat: true },
  binary: { types: ["string"], formats: ["binary"], statesFormat: true },
  byte: { types: ["string"], formats: ["byte"], statesFormat: true },
  uuid: { types: ["string"], formats: ["uuid"], statesFormat: true },
  uri: { types: ["string"], formats: ["uri"], statesFormat: true },
  object: { types: ["object"] },
  null: { types: ["null"] },
};

function matchBuiltin(name: Builtin, view: SchemaView): Answer {
  const types = typesOf(view.node);
  if (name === "any" || name === "unknown") {
    if (types.length === 0) return confirmed(view.pointer);
    // Which of the two it is, no page says: the spec's word for it is left without a source.
    const free = name === "unknown" && types.join() === "object";
    return free ? confirmed(view.pointer) : differs({ kind: "builtin", name }, view);
  }
  const allowed = written[name];
  const format = view.node.format === undefined ? "none" : String(view.node.format);
  const [type] = types;
  const typeFits = types.length === 1 && type !== undefined && allowed.types.includes(type);
  const formatFits =
    allowed.formats === undefined
      ? !otherFormats.includes(format)
      : allowed.formats.includes("*") || allowed.formats.includes(format);
  if (!typeFits || !formatFits) return differs({ kind: "builtin", name }, view);
  const states = allowed.statesFormat === true ? [child(view.pointer, "format")] : [];
  return confirmed(child(view.pointer, "type"), ...states);
}

function differs(type: TypeExpression, view: SchemaView): Answer {
  const types = typesOf(view.node).join(" or ") || (view.node.$ref === undefined ? "any type" : String(view.node.$ref));
  const format = view.node.format === undefined ? "" : ` with the format ${view.node.format}`;
  return contradicted(view.pointer, `has ${types}${format}, and the documentation has ${printType(type)}`);
}
