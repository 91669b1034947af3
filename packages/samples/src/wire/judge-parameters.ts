import { isJson, type JsonObject, type Operation, type Parameter, type SecurityScheme } from "@facsimile/document";
import type { SchemaError, Validator } from "../schema/validator.js";
import { useOf } from "../values/flatten.js";
import { claimOf } from "./claim.js";
import { meaningErrors, shapesOf, textMeanings } from "./meanings.js";
import { decodeForm, type Pair } from "./pair.js";
import { readStyledPairs, readStyledText } from "./read-styles.js";
import type { Read, Shape, Text } from "./text.js";

/** What the parameters of a request are held against. */
export interface ParameterContext {
  readonly document: JsonObject;
  readonly validator: Validator;
  readonly schemes: readonly SecurityScheme[];
}

/** What a request has for parameters. */
export interface SentParameters {
  /** The text of each path parameter, still encoded. */
  readonly path: ReadonlyMap<string, string>;
  /** Names decoded, values as they are. */
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** What a header holds, by its name in whatever case. */
  readonly header: (name: string) => string | undefined;
}

/** Header parameters of these names are ignored (OpenAPI 3.1.1, 4.8.12.2.1). */
const ignored = new Set(["accept", "content-type", "authorization"]);

/** What was given for one parameter: its text, or those of the pairs that belong to it. Undefined where nothing was. */
type Given =
  | { readonly kind: "text"; readonly text: string; readonly read: Read }
  | { readonly kind: "pairs"; readonly pairs: readonly Pair[]; readonly read: Read };

/**
 * Holds each parameter of a request against the document: that it is there, in its place and style, and that its value fits; and that the
 * query has no other. Other headers and cookies than those of the document are nobody's business here: clients send many. No message has a
 * value in it.
 */
export function judgeParameters(
  context: ParameterContext,
  sent: SentParameters,
  operation: Operation,
): readonly string[] {
  const parameters = operation.parameters.filter((one) => one.in !== "header" || !ignored.has(one.name.toLowerCase()));
  return [
    ...parameters.flatMap((parameter) =>
      judgeParameter(context, parameter, givenFor(context, sent, operation, parameter)),
    ),
    ...judgeUndeclared(context, sent, operation),
  ];
}

function givenFor(
  { document }: ParameterContext,
  { path, query, cookies, header }: SentParameters,
  operation: Operation,
  parameter: Parameter,
): Given | undefined {
  const { in: place, name } = parameter;
  if (place === "path") return { kind: "text", text: path.get(name) ?? "", read: decodeURIComponent };
  if (place === "header") {
    const text = header(name);
    return text === undefined ? undefined : { kind: "text", text, read: (piece) => piece.trim() };
  }
  const belongs = claimOf(document, operation, parameter);
  const pairs = (place === "query" ? query : cookies).filter(([candidate]) => belongs(candidate));
  // In a cookie, `+` is itself.
  return pairs.length === 0
    ? undefined
    : { kind: "pairs", pairs, read: place === "query" ? decodeForm : decodeURIComponent };
}

function judgeParameter(context: ParameterContext, parameter: Parameter, given: Given | undefined): string[] {
  const at = `${parameter.in} parameter ${parameter.name}`;
  if (given === undefined) return parameter.required ? [`${at}: it is required and missing`] : [];
  if (given.kind === "text" && given.text === "" && parameter.in === "path") return [`${at}: it is empty`];
  try {
    if (parameter.mediaType !== undefined) return judgeContent(context, parameter, given, at);
    const texts = shapesOf(context.document, useOf(parameter.schema)).flatMap((shape) =>
      readAs(parameter, shape, given),
    );
    if (texts.length === 0) return [`${at}: ${wrongStyle(parameter, given)}`];
    return worded(at, styledErrors(context, parameter, texts));
  } catch (error) {
    if (error instanceof URIError) return [`${at}: it is not percent-encoded`];
    throw error;
  }
}

function readAs(parameter: Parameter, shape: Shape, given: Given): Text[] {
  const text =
    given.kind === "text"
      ? readStyledText(parameter, shape, given.text, given.read)
      : readStyledPairs(parameter, shape, given.pairs, given.read);
  return text === undefined ? [] : [text];
}

function wrongStyle({ style, explode }: Parameter, given: Given): string {
  const times =
    given.kind === "pairs" && given.pairs.length > 1 ? `it is given ${given.pairs.length} times, and` : "it";
  return `${times} is not in the style ${style}${explode ? ", exploded" : ""}`;
}

function styledErrors(
  { document, validator }: ParameterContext,
  { schema }: Parameter,
  texts: readonly Text[],
): readonly SchemaError[] {
  const meanings = texts.flatMap((text) => textMeanings(document, useOf(schema), text));
  return meaningErrors(validator, schema, meanings);
}

function judgeContent(
  { validator }: ParameterContext,
  { mediaType = "", schema }: Parameter,
  given: Given,
  at: string,
): string[] {
  const texts = given.kind === "text" ? [given.text] : given.pairs.map(([, value]) => value);
  const [text = "", ...more] = texts.map(given.read);
  if (more.length > 0) return [`${at}: it is given ${texts.length} times`];
  if (!isJson(mediaType)) return [];
  try {
    return worded(at, validator.check(schema.pointer, "request", JSON.parse(text)));
  } catch (error) {
    // The message of the error quotes the text.
    if (error instanceof SyntaxError) return [`${at}: it is no JSON`];
    throw error;
  }
}

function worded(at: string, errors: readonly SchemaError[]): string[] {
  return errors.map(({ at: inside, keyword, message }) => `${at}${inside}: ${message} (${keyword})`);
}

function judgeUndeclared(
  { document, schemes }: ParameterContext,
  { query }: SentParameters,
  operation: Operation,
): string[] {
  const claims = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => claimOf(document, operation, parameter));
  const keys = new Set(
    operation.security
      .flat()
      .flatMap(({ scheme }) => (scheme.type === "apiKey" && scheme.in === "query" ? [scheme.parameterName] : [])),
  );
  const fixed = new URLSearchParams(operation.query);
  const others = query
    .map(([name]) => name)
    .filter((name) => !keys.has(name) && !fixed.has(name) && !claims.some((belongs) => belongs(name)));
  return [...new Set(others)].map((name) => `query parameter ${name}: ${whyNot(name, schemes)}`);
}

function whyNot(name: string, schemes: readonly SecurityScheme[]): string {
  const scheme = schemes.find((one) => one.type === "apiKey" && one.parameterName.toLowerCase() === name.toLowerCase());
  return scheme?.type === "apiKey"
    ? `the credential ${scheme.name} is not for the query of this operation`
    : "the document does not declare it";
}
