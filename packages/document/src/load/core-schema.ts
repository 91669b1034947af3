/**
 * What a plain scalar means under the core schema of YAML 1.2.2 (section 10.3.2): null, booleans, numbers, and text for all the rest. Dates, `yes`,
 * `no` and `0777` are text or plain numbers there, other than in YAML 1.1. What looks like a number but is too large for double precision, as the hash
 * `7e12345` is, is text.
 */
export function resolvePlain(text: string): null | boolean | number | string {
  if (!mayBeMoreThanText.test(text)) return text;
  const constant = constants.get(text);
  if (constant !== undefined) return constant;
  const number = parseNumber(text);
  return number !== undefined && Number.isFinite(number) ? number : text;
}

function parseNumber(text: string): number | undefined {
  if (decimal.test(text)) return Number(text);
  if (octal.test(text)) return Number.parseInt(text.slice(2), 8);
  if (hexadecimal.test(text)) return Number.parseInt(text.slice(2), 16);
  return undefined;
}

const mayBeMoreThanText = /^(?:[-+.0-9~nNtTfF]|$)/;

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;

const constants: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...["", "~", "null", "Null", "NULL"].map((text) => [text, null] as const),
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((text) => [text, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((text) => [text, Number.NEGATIVE_INFINITY] as const),
  ...[".nan", ".NaN", ".NAN"].map((text) => [text, Number.NaN] as const),
]);
