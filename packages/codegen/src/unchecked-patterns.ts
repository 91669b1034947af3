import {
  type Api,
  child,
  type Document,
  type IncomingOperation,
  isObject,
  type Json,
  type Operation,
  subschemasOf,
  unicodeSource,
} from "@facsimile/document";
import { createDiagnostic, type Diagnostic } from "@facsimile/document/diagnostics";
import { linearPattern } from "./emit/validation/pattern-program.js";

type Stated = Pick<Operation | IncomingOperation, "parameters" | "requestBody" | "responses">;

/** A part of the document that is a schema where it is right. */
interface Place {
  readonly pointer: string;
  readonly value: Json;
}

/** The patterns of a document's schemas that a package does not hold values against, since no way is known to do so in linear time. */
export function uncheckedPatterns(document: Document, api: Api | undefined): readonly Diagnostic[] {
  const operations = [...(api?.operations ?? []), ...(api?.received.map(({ operation }) => operation) ?? [])];
  const roots = [...components(document), ...operations.flatMap(schemasOf)];
  const known = new Map(roots.flatMap(within).map((place) => [place.pointer, place]));
  return [...known.values()].flatMap((place) => patternsAt(place).flatMap((one) => unchecked(document, one)));
}

function components({ json }: Document): readonly Place[] {
  const { schemas } = isObject(json.components) ? json.components : {};
  const named = Object.entries(isObject(schemas) ? schemas : {});
  return named.map(([name, value]) => ({ value, pointer: child("/components/schemas", name) }));
}

/** Those that stand in an operation itself. */
function schemasOf({ parameters, requestBody, responses }: Stated): readonly Place[] {
  const content = [...(requestBody?.content ?? []), ...responses.flatMap((response) => response.content)];
  const schemas = [...parameters, ...content].flatMap(({ schema }) => schema ?? []);
  // The schemas of a document that was loaded are JSON.
  return schemas.map(({ pointer, json }) => ({ pointer, value: json as Json }));
}

/** A schema and all below it, outer ones first. */
function within(root: Place): readonly Place[] {
  const found: Place[] = [];
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    pending.push(...subschemas(next).reverse());
  }
  return found;
}

function subschemas({ value, pointer }: Place): Place[] {
  if (!isObject(value)) return [];
  return subschemasOf(value).map(({ keyword, steps, value: below }) => ({
    pointer: [keyword, ...steps].reduce<string>(child, pointer),
    // As above.
    value: below as Json,
  }));
}

interface Pattern {
  readonly pointer: string;
  readonly source: string;
}

function patternsAt({ value, pointer }: Place): readonly Pattern[] {
  if (!isObject(value)) return [];
  const { pattern, patternProperties } = value;
  const names = isObject(patternProperties) ? Object.keys(patternProperties) : [];
  return [
    ...(typeof pattern === "string" ? [{ pointer: child(pointer, "pattern"), source: pattern }] : []),
    ...names.map((name) => ({ pointer: child(child(pointer, "patternProperties"), name), source: name })),
  ];
}

function unchecked(document: Document, { pointer, source }: Pattern): readonly Diagnostic[] {
  if (linearPattern(source) !== undefined) return [];
  const { file, line, column } = document.locate(pointer);
  const [cause, fix] = reasonFor(source);
  const message = `The pattern "${source}" ${cause}: values are not held against it at run time.`;
  return [createDiagnostic("pattern-unchecked", { file, position: { line, column }, pointer }, message, fix)];
}

function reasonFor(source: string): readonly [cause: string, fix: string] {
  if (unicodeSource(source) === undefined)
    return ["is no regular expression of ECMAScript", "Write it as ECMAScript has it, or check it yourself."];
  return [
    "looks ahead, behind or back, or is too long",
    "Write it without that, say the same in several schemas of an allOf, or check it yourself.",
  ];
}
