import type { FactValue } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import { TypeSyntaxError } from "../families/tokens.js";
import { templateNames } from "../spec/operations.js";

/** What a person writes for a text of the page: the evidence keeps that there is one, and its mark. */
export const described = "described";

/** What the value of a fact has to be. Undefined, or what is wrong with it: the end of the sentence "the value …". */
type ValueForm = (value: FactValue) => string | undefined;

const text: ValueForm = (value) => (typeof value === "string" && value !== "" ? undefined : "is no text");
const flag: ValueForm = (value) => (typeof value === "boolean" ? undefined : "is neither true nor false");
const number: ValueForm = (value) => (typeof value === "number" ? undefined : "is no number");
const list: ValueForm = (value) => (Array.isArray(value) && value.length > 0 ? undefined : "is no list of values");
const names: ValueForm = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string") ? undefined : "is no list of names";
const mention: ValueForm = (value) => (value === described ? undefined : `is not "${described}"`);
const mentionOrNot: ValueForm = (value) =>
  value === described || value === null ? undefined : `is neither "${described}" nor null`;

function oneOf(...words: readonly FactValue[]): ValueForm {
  return (value) => (words.includes(value) ? undefined : `is none of ${words.join(", ")}`);
}

const type: ValueForm = (value) => {
  try {
    parseType(String(value));
    return undefined;
  } catch (error) {
    if (error instanceof TypeSyntaxError) return `is no type: ${error.message}`;
    throw error;
  }
};
const typeOrVoid: ValueForm = (value) => (value === "void" ? undefined : type(value));

const path: ValueForm = (value) => {
  const whole = typeof value === "string" && /^\/[^\s?#]*$/.test(value);
  const rest = String(value).replace(/\{[^{}/]+\}/g, "");
  const twice = templateNames(String(value)).some((name, index, all) => all.indexOf(name) !== index);
  return whole && !/[{}]/.test(rest) && !twice ? undefined : "is no path such as /books/{id}";
};

const method = oneOf("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

/** By the end of the id's form: the longest end that fits counts. Whatever is not listed takes any value. */
const forms: Readonly<Record<string, ValueForm>> = {
  "*/method": method,
  "*/path": path,
  "server/path": path,
  "operation/*/summary": mention,
  "*/description": mention,
  "*/status/*": mentionOrNot,
  "*/header/*": mentionOrNot,
  "*/returns": typeOrVoid,
  "*/body": typeOrVoid,
  "*/type": type,
  "scheme/*/type": oneOf("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"),
  "*/required": flag,
  "*/read-only": flag,
  "*/nullable": flag,
  "pages/nullable": names,
  "pages/properties": names,
  "*/additional": flag,
  "*/enum": list,
  "*/minimum": number,
  "*/maximum": number,
  "*/security": names,
  security: oneOf("either", "all"),
  "*/auth": names,
  "*/accepts": names,
  "*/content-types": names,
  "*/accept": names,
  "*/content-type": names,
  "errors/content-type": text,
  "*/in": oneOf("path", "query", "header", "cookie", "body", "form"),
  "scheme/*/in": oneOf("query", "header", "cookie"),
  "*/name": text,
  "scheme/*/scope/*": oneOf("any", "reads", "changes"),
  "scheme/*/mentions/*": names,
  "scheme/*/scheme": text,
  "*/collection-format": oneOf("multi", "csv", "ssv", "pipes"),
  "model/*": oneOf("object", "enum", "alias", "opaque"),
  server: text,
  "*/no-success-status": names,
};

/**
 * What is wrong with the value of a fact, as the end of the sentence "the value …". Undefined where nothing is.
 *
 * @param form of the id
 */
export function wrongValue(form: string, value: FactValue): string | undefined {
  const steps = form.split("/");
  const wrongStatus = wrongName(steps, value);
  if (wrongStatus !== undefined) return wrongStatus;
  if (Object.hasOwn(forms, form)) return forms[form]?.(value);
  for (let from = 0; from < steps.length; from += 1) {
    const end = `*/${steps.slice(from).join("/")}`;
    if (Object.hasOwn(forms, end)) return forms[end]?.(value);
  }
  return undefined;
}

/** The values of an enumeration and defaults are of one kind, and no list holds a list. */
function wrongName(steps: readonly string[], value: FactValue): string | undefined {
  const nested = Array.isArray(value) && value.some((item) => Array.isArray(item));
  return nested && steps.at(-1) !== "default" ? "is a list that holds a list" : undefined;
}

/** The value that evidence keeps: the mark of the passage in the place of its words. */
export function keptValue(form: string, value: FactValue, mark: string): FactValue {
  const words = wrongValue(form, described) === undefined && /(summary|description|status\/\*|header\/\*)$/.test(form);
  return words && value === described ? `text:${mark}` : value;
}

/** True for the names of statuses: `200`, `4XX`, `default`. */
export function isStatusName(name: string): boolean {
  return /^([1-5]\d\d|[1-5]XX|default)$/.test(name);
}
