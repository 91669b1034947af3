import { brokenGroup, choice, empty, group, hardline, indent, join, line, sequence, softline, text } from "./code.js";
import { literal, propertyKey } from "./literal.js";
import type { Code } from "./piece.js";
import type { CompoundType, ObjectType, PropertyType, TupleType, Type } from "./type.js";

const space = text(" ");
const comma = text(",");
const semicolon = text(";");
const bar = text("| ");
const commaLine = sequence(comma, line);
const lineBar = sequence(line, bar);

/** The source of a type, where nothing before it on its line is to be broken. */
export function typeCode(type: Type): Code {
  switch (type.kind) {
    case "keyword":
      return text(type.name);
    case "literal":
      return literal(type.value);
    case "named":
      return sequence(type.name, argumentList(type.arguments));
    case "object":
      return objectType(type);
    case "array":
      return sequence(text(type.readonly ? "readonly " : ""), operand(type.items), text("[]"));
    case "tuple":
      return tuple(type);
    case "union":
      return isHugged(type) ? flatUnion(type) : group(brokenUnion(type));
    case "intersection":
      return intersection(type.types);
    case "member":
      return sequence(operand(type.object), text("["), literal(type.key), text("]"));
    case "element":
      return sequence(operand(type.list), text("[number]"));
    case "module":
      return sequence(text("typeof import("), literal(type.specifier), text(")"));
    case "present":
      return text("NonNullable<unknown>");
  }
}

/** The source of a type after a colon or an equals sign: a long union goes to lines of its own. */
export function assignedType(type: Type): Code {
  return isOpen(type) ? openUnion(type) : sequence(space, typeCode(type));
}

/** Whether a type begins on the line after the colon where it does not fit. */
function isOpen(type: Type): type is CompoundType {
  return type.kind === "union" && !isHugged(type);
}

function openUnion(type: CompoundType): Code {
  return group(indent(line, choice(bar), members(type)));
}

/** The members of an object type or an interface, each on a line of its own, in braces. */
export function objectType(type: ObjectType): Code {
  const rows = [...type.properties.map(property), ...(type.index === undefined ? [] : [indexSignature(type.index)])];
  return rows.length === 0
    ? text("{}")
    : brokenGroup(text("{"), indent(hardline, join(hardline, rows)), hardline, text("}"));
}

function property({ name, type, optional, readonly, comment }: PropertyType): Code {
  const source = typed(`${readonly ? "readonly " : ""}${propertyKey(name)}${optional ? "?:" : ":"}`, type);
  return comment === undefined ? source : sequence(comment, hardline, source);
}

function indexSignature(type: Type): Code {
  return typed("[key: string]:", type);
}

/** A member: what is before its type, and its type. */
function typed(start: string, type: Type): Code {
  if (type.kind === "keyword") return text(`${start} ${type.name};`);
  return isOpen(type)
    ? sequence(text(start), openUnion(type), semicolon)
    : sequence(text(`${start} `), typeCode(type), semicolon);
}

function argumentList(args: readonly Type[]): Code {
  const [only, ...more] = args;
  if (only === undefined) return empty;
  const hugged =
    more.length === 0 &&
    (only.kind === "object" || only.kind === "keyword" || (only.kind === "union" && isHugged(only)));
  if (hugged) return sequence(text("<"), typeCode(only), text(">"));
  const list = join(commaLine, args.map(typeCode));
  return group(text("<"), indent(softline, list), softline, text(">"));
}

function tuple({ items, minimum, rest }: TupleType): Code {
  const several = items.length + (rest === undefined ? 0 : 1) > 1;
  const sources = items.map((item, index) => {
    if (index >= minimum) return sequence(operand(item), text("?"));
    return item.kind === "union" && several ? parenthesizedWhenBroken(item) : typeCode(item);
  });
  if (rest !== undefined) sources.push(sequence(text("..."), operand(rest), text("[]")));
  if (sources.length === 0) return text("[]");
  const list = join(commaLine, sources);
  return group(text("["), indent(softline, list), choice(comma), softline, text("]"));
}

function parenthesizedWhenBroken(type: CompoundType): Code {
  if (isHugged(type)) return flatUnion(type);
  return group(indent(choice(sequence(text("("), softline)), brokenUnion(type)), softline, choice(text(")")));
}

/** A type before `[]` or `["key"]`. */
function operand(type: Type): Code {
  const needsParentheses =
    type.kind === "union" || type.kind === "intersection" || (type.kind === "array" && type.readonly);
  if (!needsParentheses) return typeCode(type);
  if (type.kind === "union" && !isHugged(type)) {
    return group(text("("), indent(softline, brokenUnion(type)), softline, text(")"));
  }
  return sequence(text("("), typeCode(type), text(")"));
}

function brokenUnion(type: CompoundType): Code {
  return sequence(choice(bar), members(type));
}

function members(type: CompoundType): Code {
  const sources = type.types.map((member) =>
    indent(member.kind === "union" || member.kind === "intersection" ? operand(member) : typeCode(member)),
  );
  return join(lineBar, sources);
}

/** An object type with `null` beside it stays on the line it is on. */
function isHugged(type: CompoundType): boolean {
  const nulls = type.types.filter((member) => member.kind === "literal" && member.value === null).length;
  return nulls === type.types.length - 1 && type.types.some((member) => member.kind === "object");
}

function flatUnion(type: CompoundType): Code {
  return join(text(" | "), type.types.map(typeCode));
}

function intersection(types: readonly Type[]): Code {
  let indented = false;
  const sources = types.map((type, index) => {
    const source = type.kind === "union" || type.kind === "intersection" ? operand(type) : typeCode(type);
    const previous = types[index - 1];
    if (previous === undefined) return source;
    const objects = [previous, type].filter((member) => member.kind === "object").length;
    if (objects === 0) return indent(text(" &"), line, source);
    if (objects === 2) return sequence(text(" & "), indented ? indent(source) : source);
    if (index > 1) indented = true;
    return sequence(text(" & "), index > 1 ? indent(source) : source);
  });
  return group(...sources);
}
