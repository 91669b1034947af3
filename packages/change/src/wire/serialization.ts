import { type Direction, essence, type SchemaUse } from "@facsimile/document";
import type { RuleId } from "../change/rules.js";
import { oneItemOf } from "../sets/arrays.js";
import type { Shape } from "../sets/branch.js";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";

/**
 * How the value of a parameter or of a header is written, and which values it may have.
 *
 * @param rule What to report where values are written in another way.
 */
export function compareSerialization(
  editions: Editions,
  both: Both,
  direction: Direction,
  subject: string,
  rule: RuleId,
): readonly Found[] {
  const [was, is] = [writingOf(editions.old, both.old, direction), writingOf(editions.new, both.new, direction)];
  const values = compareValues(editions, { was, is }, both, direction, subject);
  if (was.way === is.way || !isTold(was, is)) return values;
  return [found(rule, direction, both, `${subject} is written as ${is.way} now, it was ${was.way}`), ...values];
}

function compareValues(
  editions: Editions,
  { was, is }: Writings,
  both: Both,
  direction: Direction,
  subject: string,
): readonly Found[] {
  if (was.way.includes("/") || is.way.includes("/")) return editions.schemas.compare(direction, was.schema, is.schema);
  const item = was.hasParts ? undefined : itemOf(editions, { was, is }, direction);
  if (item === undefined) return editions.texts.compare(direction, was.schema, is.schema);
  const words = `${subject} may ${is.way === "form, exploded" ? "be there more than once" : "have several values"} now`;
  return [found("type-widened", direction, both, words), ...editions.texts.compare(direction, was.schema, item)];
}

/** The items of a list of which one is written as a value by itself. Undefined for all else. */
function itemOf({ old, new: next }: Editions, { was, is }: Writings, direction: Direction): SchemaUse | undefined {
  // Such a list is parted by commas.
  const isParted = is.way === "form" || is.way === "simple";
  const isWhole = is.way === "form, exploded" || (isParted && !mayHoldComma(old.texts[direction].of(was.schema)));
  return isWhole ? oneItemOf(next.texts[direction].of(is.schema)) : undefined;
}

/** Whether a text may be taken for several that commas part. */
function mayHoldComma(shape: Shape): boolean {
  return (shape.get("string") ?? []).some(
    ({ values }) => values?.every((value) => !String(value).includes(",")) !== true,
  );
}

interface Writings {
  readonly was: Writing;
  readonly is: Writing;
}

interface Writing {
  readonly way: string;
  readonly schema: SchemaUse;
  readonly hasParts: boolean;
}

/** A simple value is written the same in most ways; so it matters only where both may have parts. */
function isTold(was: Writing, is: Writing): boolean {
  const isContent = was.way.includes("/") || is.way.includes("/");
  return isContent || (was.hasParts && is.hasParts) || prefixed(was) !== prefixed(is);
}

/** `label` and `matrix` write something before simple values, too. */
function prefixed({ way }: Writing): string {
  return ["label", "matrix"].find((style) => way.startsWith(style)) ?? "";
}

function writingOf(edition: Edition, node: ObjectNode, direction: Direction): Writing {
  const [content] = edition.objects(edition.object(node, "content"));
  if (content !== undefined) {
    const [type, media] = content;
    return { way: essence(type), schema: schemaIn(media), hasParts: true };
  }
  const schema = schemaIn(node);
  const style = typeof node.value.style === "string" ? node.value.style : defaultStyle(node.value.in);
  const explode = typeof node.value.explode === "boolean" ? node.value.explode : style === "form" || style === "cookie";
  const shape = edition.shapes[direction].of(schema);
  const hasParts = shape.has("array") || shape.has("object");
  return { way: wayOf(style, explode, shape), schema, hasParts };
}

/** A list of which each item has the name is not delimited: `spaceDelimited` and `pipeDelimited` then write what `form` does. */
function wayOf(style: string, explode: boolean, shape: Shape): string {
  if (isSameExploded(style, shape)) return style;
  if (!explode) return style;
  return style === "spaceDelimited" || style === "pipeDelimited" ? "form, exploded" : `${style}, exploded`;
}

/** Lists in `simple` are written the same both ways (OpenAPI 3.1.1, 4.8.12.5), and `deepObject` knows one way only. */
function isSameExploded(style: string, shape: Shape): boolean {
  return style === "deepObject" || (style === "simple" && !shape.has("object"));
}

/** The schema of a parameter, a header or a media type: no schema, any value. */
export function schemaIn(node: ObjectNode | undefined): SchemaUse {
  return memberIn(node, "schema");
}

/** The schema of one item of a body that is a sequence of them. */
export function itemSchemaIn(node: ObjectNode | undefined): SchemaUse {
  return memberIn(node, "itemSchema");
}

function memberIn(node: ObjectNode | undefined, name: string): SchemaUse {
  const value = node?.value[name];
  return value === undefined || node === undefined ? [] : [{ value, pointer: `${node.pointer}/${name}` }];
}

function defaultStyle(place: unknown): string {
  return place === "query" || place === "cookie" ? "form" : "simple";
}
