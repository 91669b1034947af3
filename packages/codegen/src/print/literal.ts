import { brokenGroup, choice, group, indent, join, line, sequence, softline, text } from "./code.js";
import { isPlainName } from "./identifier.js";
import type { Code } from "./piece.js";

export type LiteralValue = null | boolean | number | string;

/** Door for values: the source of a value, as a TypeScript literal. */
export function literal(value: LiteralValue): Code {
  if (typeof value === "string") return text(quoted(value));
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`There is no literal for ${value}.`);
  return text(Object.is(value, -0) ? "-0" : String(value).replace("e+", "e"));
}

/** The source of a property's name in an object or a type. */
export function propertyName(name: string): Code {
  return text(propertyKey(name));
}

/** The same as text. Only for this folder. */
export function propertyKey(name: string): string {
  return isPlainName(name) || /^(?:0|[1-9]\d{0,14})$/.test(name) ? name : quoted(name);
}

/** The same for a method in an interface, where `new` without quotes makes objects. */
export function methodName(name: string): Code {
  return name === "new" ? literal(name) : propertyName(name);
}

/** An entry of an object literal. */
export function entry(name: string, value: Code): Code {
  // `{ "__proto__": x }` sets the prototype and no property (ECMA-262, B.3.1).
  const key = name === "__proto__" ? `[${quoted(name)}]` : propertyKey(name);
  return sequence(text(`${key}: `), value);
}

/** An object literal: on one line where it fits. */
export function objectLiteral(entries: readonly (Code | undefined)[]): Code {
  return object(entries, group);
}

/** An object literal with each entry on a line of its own. */
export function openObjectLiteral(entries: readonly (Code | undefined)[]): Code {
  return object(entries, brokenGroup);
}

function object(entries: readonly (Code | undefined)[], wrap: typeof group): Code {
  const given = entries.filter((item) => item !== undefined);
  if (given.length === 0) return text("{}");
  return wrap(text("{"), indent(line, join(commaLine, given)), choice(comma), line, text("}"));
}

/** An array literal: on one line where it fits. */
export function arrayLiteral(items: readonly Code[]): Code {
  return array(items, group);
}

/** An array literal with each item on a line of its own. */
export function openArrayLiteral(items: readonly Code[]): Code {
  return array(items, brokenGroup);
}

function array(items: readonly Code[], wrap: typeof group): Code {
  if (items.length === 0) return text("[]");
  return wrap(text("["), indent(softline, join(commaLine, items)), choice(comma), softline, text("]"));
}

const comma = text(",");
const commaLine = sequence(comma, line);

// What most texts consist of.
const plain = /^(?:[ !#%&(-[\]-~]|\$(?!\{))*$/;

// What ends a line, cannot be seen, turns the direction of text or is half a character is written as an escape, and so is what would be a
// template elsewhere, which linters take for a mistake.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]|(?<=\$)\{/gu;
const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** With double quotes, unless that needs more escapes than single ones: the rule of the usual formatters. */
function quoted(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  const doubles = value.split('"').length;
  const quote = doubles > value.split("'").length ? "'" : '"';
  const body = value.replace(hidden, (character) => short[character] ?? escapes(character));
  return quote + body.replaceAll(quote, `\\${quote}`) + quote;
}

function escapes(character: string): string {
  let result = "";
  for (let index = 0; index < character.length; index += 1)
    result += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return result;
}
