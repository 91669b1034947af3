import type { RawHeader, RawParameter, Referable } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { Parameter, ParameterPlace, ParameterStyle, Schema } from "./api.js";
import type { Context, Node } from "./context.js";
import { anySchema, buildSchema } from "./schema.js";
import { isToken } from "./tokens.js";

/** The styles that each place allows, the default first (OpenAPI 3.1.1, 4.8.12.2.1 and 4.8.12.3). */
const stylesOf: Readonly<Record<ParameterPlace, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** Header parameters that are described elsewhere in a document and ignored here (OpenAPI 3.1.1, 4.8.12.2). */
const ignoredHeaders: readonly string[] = ["accept", "content-type", "authorization"];

/**
 * Parameters of the path item first, overridden by those of the operation with the same place and name.
 *
 * @param label - how messages name the operation
 */
export function buildParameters(
  context: Context,
  pathItem: Node<readonly Referable<RawParameter>[]>,
  operation: Node<readonly Referable<RawParameter>[]>,
  label: string,
): Parameter[] {
  const merged = new Map([...resolveAll(context, pathItem), ...resolveAll(context, operation)]);
  return [...merged.values()]
    .filter((node) => isWritable(context, node, label))
    .filter((node) => isSent(context, node) && hasUsableName(context, node, label))
    .map((node) => buildParameter(context, node));
}

function resolveAll(context: Context, list: Node<readonly Referable<RawParameter>[]>): Map<string, Node<RawParameter>> {
  const found = new Map<string, Node<RawParameter>>();
  for (const [index, item] of list.value.entries()) {
    const place = child(list.pointer, index);
    const node = context.resolve(item, place);
    const key = identityOf(node.value);
    if (found.has(key)) reportDuplicate(context, node.value, place);
    else found.set(key, node);
  }
  return found;
}

/** Names of headers know no case (RFC 9110, section 5.1). */
function identityOf({ in: place, name }: RawParameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function reportDuplicate(context: Context, { in: place, name }: RawParameter, pointer: string): void {
  const message = `The ${place} parameter "${name}" stands twice in the same list; the first one counts.`;
  context.report("parameter-duplicate", pointer, message, "Remove one of the two, or give it the name that was meant.");
}

function isSent(context: Context, { value: { in: place, name }, pointer }: Node<RawParameter>): boolean {
  if (place !== "header" || !ignoredHeaders.includes(name.toLowerCase())) return true;
  const message = `OpenAPI ignores a header parameter named "${name}", and so does the package.`;
  const fix = "Describe it by the media types of the bodies or by a security scheme, and remove the parameter.";
  context.report("parameter-ignored", pointer, message, fix);
  return false;
}

/** Whether a parameter is one that the package writes: a query string as a whole is not, unless it is a form, which was written as parameters in a query. */
function isWritable(
  context: Context,
  node: Node<RawParameter>,
  label: string,
): node is Node<RawParameter & { readonly in: ParameterPlace }> {
  const { value: parameter, pointer } = node;
  if (parameter.in !== "querystring") return true;
  const why = "it is the query string as a whole, and no form of which all members are named";
  const fix = "Describe it as application/x-www-form-urlencoded with an object whose properties are all there are.";
  if (parameter.required === true)
    context.leaveOut(
      "parameter-querystring",
      pointer,
      `The operation ${label} is left out: the parameter "${parameter.name}" cannot be written, for ${why}.`,
      fix,
    );
  context.report(
    "parameter-querystring",
    pointer,
    `The parameter "${parameter.name}" of ${label} is left out: ${why}.`,
    fix,
  );
  return false;
}

function buildParameter(
  context: Context,
  { value: parameter, pointer }: Node<RawParameter & { readonly in: ParameterPlace }>,
): Parameter {
  const label = `${parameter.in} parameter "${parameter.name}"`;
  const allowed = stylesOf[parameter.in];
  const style = readStyle(context, label, parameter.style, allowed, pointer) ?? allowed[0];
  const { schema, mediaType } = readSchema(context, parameter, pointer, label);
  return {
    pointer,
    name: parameter.name,
    in: parameter.in,
    description: parameter.description,
    required: readRequired(context, parameter, pointer),
    deprecated: parameter.deprecated ?? false,
    style,
    explode: parameter.explode ?? style === "form",
    allowReserved: parameter.allowReserved ?? false,
    mediaType,
    schema,
  };
}

/**
 * The style of a parameter or encoding; undefined where it has none that is allowed there.
 *
 * @param label - what messages call it
 */
export function readStyle(
  context: Context,
  label: string,
  style: string | undefined,
  allowed: readonly ParameterStyle[],
  pointer: string,
): ParameterStyle | undefined {
  const known = allowed.find((candidate) => candidate === style);
  if (style === undefined || known !== undefined) return known;
  const message = `The ${label} has the style "${style}", which OpenAPI does not know there; the default is taken.`;
  const fix = `Use ${quoted(allowed)}, or leave the style out.`;
  context.report("parameter-style-invalid", child(pointer, "style"), message, fix);
  return undefined;
}

/** Whether a parameter can be sent under its name. One that need not be sent is left out, and one that must be costs the operation. */
function hasUsableName(context: Context, { value: parameter, pointer }: Node<RawParameter>, label: string): boolean {
  const { in: place, name, required } = parameter;
  if (name !== "" && ((place !== "header" && place !== "cookie") || isToken(name))) return true;
  const why = name === "" ? `the name of a ${place} parameter is empty` : `no ${place} can be called "${name}"`;
  const fix = "Write the name as it is sent.";
  const at = child(pointer, "name");
  if (required === true || place === "path")
    context.leaveOut("parameter-name-invalid", at, `The operation ${label} is left out: ${why}.`, fix);
  context.report("parameter-name-invalid", at, `A parameter of ${label} is left out: ${why}.`, fix);
  return false;
}

function readRequired(context: Context, { in: place, name, required }: RawParameter, pointer: string): boolean {
  if (place !== "path" || required === true) return required ?? false;
  const message = `The path parameter "${name}" is not marked as required, though a path cannot do without it.`;
  context.report("path-parameter-optional", pointer, message, "Add required: true.");
  return true;
}

/**
 * The schema of a parameter or header, and the media type where it is written under `content`.
 *
 * @param label - what messages call it
 */
export function readSchema(
  context: Context,
  { schema, content }: RawHeader,
  pointer: string,
  label: string,
): { schema: Schema; mediaType: string | undefined } {
  if (schema !== undefined) return { schema: buildSchema(schema, child(pointer, "schema")), mediaType: undefined };
  const [entry, ...others] = Object.entries(content ?? {});
  if (entry === undefined || others.length > 0) {
    reportSchema(context, pointer, label, entry !== undefined);
    if (entry === undefined) return { schema: anySchema(pointer), mediaType: undefined };
  }
  const [mediaType, described] = entry;
  const place = child(child(pointer, "content"), mediaType);
  const inner = described.schema;
  return { schema: inner === undefined ? anySchema(place) : buildSchema(inner, child(place, "schema")), mediaType };
}

function reportSchema(context: Context, pointer: string, label: string, hasSeveral: boolean): void {
  const message = hasSeveral
    ? `The ${label} has more than one media type; the first one counts.`
    : `The ${label} has neither a schema nor content; any text is taken.`;
  context.report("parameter-schema-missing", pointer, message, "Give it a schema, or content with one media type.");
}
