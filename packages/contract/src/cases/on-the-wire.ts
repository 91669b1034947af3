import type { Parameter } from "@facsimile/document";
import type { BrokenValue } from "@facsimile/samples";
import { flatten, typeOf, useOf } from "@facsimile/samples";
import { type Pair, textMeanings } from "@facsimile/samples/wire";
import { styledPairs, styledText } from "../wire/styles.js";
import type { Hindrance, ValueContext } from "./value-context.js";

/** What keeps a server from refusing a broken value of a parameter. Undefined where it has to. */
export function hindranceOf(context: ValueContext, parameter: Parameter, broken: BrokenValue): Hindrance | undefined {
  if (lengthOf(parameter, broken.value) > longest)
    return { reason: "A request line or a header has no room for a value as long as that.", ofPrismAlone: false };
  const indistinct = parameter.mediaType === undefined ? whyIndistinct(context, parameter, broken) : undefined;
  if (indistinct !== undefined) return { reason: indistinct, ofPrismAlone: false };
  const reason = whyOverlooked(parameter) ?? whyUnseen(parameter, broken.value);
  return reason === undefined ? undefined : { reason, ofPrismAlone: true };
}

/** Why Prism takes whatever comes as a parameter, and nothing too. Undefined where it does not. */
export function whyOverlooked(parameter: Parameter): string | undefined {
  return parameter.in === "cookie" ? "Prism does not look at cookies." : undefined;
}

/** Whether a valid value arrives as what it is: null has no form of its own, and what has to be there may not be taken for none. */
export function hasForm(parameter: Parameter, value: unknown): boolean {
  if (lengthOf(parameter, value) > longest) return false;
  if (parameter.mediaType !== undefined) return true;
  const parts = typeof value === "object" && value !== null ? Object.values(value) : [value];
  if (holdsMark(parameter, value)) return false;
  // Nor has an object or a list inside of another (OpenAPI 3.1.1, 4.8.12.4).
  return !parts.some((part) => typeof part === "object") && !(parameter.required && isForNone(parameter, value));
}

/** Whether a piece of a value holds the mark that stands between the pieces, from which nothing would tell it. */
function holdsMark(parameter: Parameter, value: unknown): boolean {
  const mark = unencodedMark(parameter);
  if (mark === undefined || typeof value !== "object" || value === null) return false;
  return Object.entries(value)
    .flat()
    .some((piece) => `${piece}`.includes(mark));
}

/** What stands between pieces, where a piece that holds it too is not encoded in another way. */
function unencodedMark({ in: place, style, explode }: Parameter): string | undefined {
  if (place === "header") return ",";
  if (explode) return undefined;
  return style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : undefined;
}

/** Servers have room for 8,000 characters of a request line at least, and many for no more (RFC 9112, 3). */
const longest = 6000;

function lengthOf(parameter: Parameter, value: unknown): number {
  if (parameter.mediaType !== undefined) return JSON.stringify(value)?.length ?? 0;
  return pairsOf(parameter, value).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
}

/** Whether a value is as good as none: nothing is sent, or Prism takes it for none. */
function isForNone(parameter: Parameter, value: unknown): boolean {
  if (parameter.mediaType !== undefined) return false;
  if (parameter.in === "path") return isEmptyInPath(parameter, value);
  const [first, ...more] = pairsOf(parameter, value);
  return first === undefined || (more.length === 0 && first[0] === parameter.name && first[1] === "");
}

function isEmptyInPath(parameter: Parameter, value: unknown): boolean {
  if (typeof value === "object" && value !== null && Object.keys(value).length === 0) return true;
  return pairsOf(parameter, value).every(([, text]) => text === "");
}

function whyUnseen(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.mediaType !== undefined) return "Prism does not read the content of a parameter.";
  return !parameter.required && isForNone(parameter, value) ? "Prism takes an empty value for none." : undefined;
}

/** Parameters travel as text: what is text on the wire cannot be of a wrong type, and what is empty is not there. */
function whyIndistinct(
  context: ValueContext,
  parameter: Parameter,
  { path, keyword, value }: BrokenValue,
): string | undefined {
  const type = typeOf(flatten(context.document, useOf(parameter.schema)));
  if (keyword === "type" && (type === "string" || path.length > 0)) return "On the wire every value is text.";
  if (keyword === "type" && type === "object") return "What is no object is not sent as this parameter.";
  const pairs = pairsOf(parameter, value);
  // A list or an object of a right type is no single text, whatever it looks like joined.
  if ((keyword === "type" || typeof value !== "object") && isOneThatFits(context, parameter, pairs))
    return type === "array" ? "On the wire a value is a list of one." : "On the wire every value is text.";
  if (pairs.length === 0) return "A list or an object with nothing in it is not sent.";
  if (parameter.in === "path" && isEmptyInPath(parameter, value)) return "A path has no place for an empty value.";
  if (parameter.in === "header" && pairs.some(([, text]) => text !== text.trim()))
    return "White space around the value of a header is no part of it.";
  return undefined;
}

/** Whether what is sent is one text, and can mean a value that the schema allows. */
function isOneThatFits(
  { document, validator }: ValueContext,
  { schema }: Parameter,
  [only, ...more]: readonly Pair[],
): boolean {
  if (only === undefined || more.length > 0) return false;
  const [, text] = only;
  const meanings = [text, [text]].flatMap((one) => textMeanings(document, useOf(schema), one));
  return meanings.some((meaning) => validator.check(schema.pointer, "request", meaning).length === 0);
}

/** The name and the text of each piece that travels. */
function pairsOf(parameter: Parameter, value: unknown): readonly Pair[] {
  const asItIs = (text: string): string => text;
  return parameter.in === "query" || parameter.in === "cookie"
    ? styledPairs({ ...parameter, value }, asItIs)
    : [[parameter.name, styledText({ ...parameter, value }, asItIs)]];
}
