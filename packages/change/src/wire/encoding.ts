import type { Direction, Json } from "@facsimile/document";
import type { Shape } from "../sets/branch.js";
import { propertiesOf } from "../sets/objects.js";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { compareHeaders } from "./headers.js";
import { type Both, type Editions, found } from "./place.js";
import { schemaIn } from "./serialization.js";
import { code } from "./words.js";

/** Compares how the properties of a form are written (OpenAPI 3.1.1, 4.8.15). `encoding` says nothing of other bodies. */
export function compareEncoding(editions: Editions, both: Both, direction: Direction, type: string): readonly Found[] {
  if (!/^multipart\/|^application\/x-www-form-urlencoded/.test(type)) return [];
  const [old, next] = [
    editions.old.objects(editions.old.object(both.old, "encoding")),
    editions.new.objects(editions.new.object(both.new, "encoding")),
  ];
  const names = [...new Set([...old.keys(), ...next.keys()])];
  const byName = names.flatMap((name) => {
    const was = writingOf(editions.old, both.old, old.get(name), name, direction, type);
    const is = writingOf(editions.new, both.new, next.get(name), name, direction, type);
    const places = { old: old.get(name) ?? both.old, new: next.get(name) ?? both.new };
    const words = `property ${code(name)} of the form`;
    if (was === undefined || is === undefined) return [];
    // Parts of a form of type `application/x-www-form-urlencoded` have no headers (OpenAPI 3.1.1, 4.8.15.1).
    const headers = type.startsWith("multipart/") ? compareHeaders(editions, places, direction, words) : [];
    if (was.style !== is.style)
      return [found("encoding-changed", direction, places, `${words} is written in another way now`), ...headers];
    return [...compareTypes(direction, places, words, was.types, is.types), ...headers];
  });
  return [...byName, ...compareByPosition(both, direction, type)];
}

/** Parts that have no names (OpenAPI 3.2.0, Encoding By Position). */
function compareByPosition(both: Both, direction: Direction, type: string): readonly Found[] {
  if (!type.startsWith("multipart/")) return [];
  const [was, is] = [both.old, both.new].map(({ value: { prefixEncoding = [], itemEncoding = {} } }) =>
    JSON.stringify([prefixEncoding, itemEncoding]),
  );
  const words = "the parts of the body are written in another way now";
  return was === is ? [] : [found("encoding-changed", direction, both, words)];
}

function compareTypes(
  direction: Direction,
  places: Parameters<typeof found>[2],
  words: string,
  was: readonly string[],
  is: readonly string[],
): readonly Found[] {
  const removed = was.filter((type) => !is.includes(type));
  const added = is.filter((type) => !was.includes(type));
  if (removed.length + added.length === 0) return [];
  const rule =
    removed.length === 0 ? "encoding-widened" : added.length === 0 ? "encoding-narrowed" : "encoding-changed";
  return [
    found(
      rule,
      direction,
      places,
      `${words} is ${is.map(code).join(" or ")} now, it was ${was.map(code).join(" or ")}`,
    ),
  ];
}

interface Writing {
  readonly style: string;
  readonly types: readonly string[];
}

/** Undefined for a property that there is none of. */
function writingOf(
  edition: Edition,
  media: ObjectNode,
  encoding: ObjectNode | undefined,
  name: string,
  direction: Direction,
  type: string,
): Writing | undefined {
  const shape = shapeOf(edition, media, name, direction);
  if (shape === undefined) return undefined;
  const { contentType, style, explode, allowReserved } = encoding?.value ?? {};
  // A style makes the media type meaningless, and the other way round.
  // In OpenAPI 3.0 the parts of multipart bodies have no styles.
  const hasStyles = type.startsWith("application/") || edition.document.dialect !== "3.0";
  const isStyled = hasStyles && (style !== undefined || explode !== undefined || allowReserved !== undefined);
  if (isStyled || (contentType === undefined && type.startsWith("application/")))
    return { style: styleOf(shape, style, explode, allowReserved), types: [] };
  const types =
    typeof contentType === "string"
      ? contentType
          .toLowerCase()
          .split(",")
          .map((each) => each.trim())
      : [defaultType(shape)];
  return { style: "", types };
}

function styleOf(
  shape: Shape,
  style: Json = "form",
  explode: Json = style === "form",
  allowReserved: Json = false,
): string {
  const hasParts = shape.has("array") || shape.has("object");
  return hasParts ? JSON.stringify([style, explode, allowReserved]) : JSON.stringify([allowReserved]);
}

function shapeOf(edition: Edition, media: ObjectNode, name: string, direction: Direction): Shape | undefined {
  const shapes = edition.shapes[direction];
  const [form] = shapes.of(schemaIn(media)).get("object") ?? [];
  return form !== undefined && propertiesOf(shapes, form).declared.has(name)
    ? shapes.of(propertiesOf(shapes, form).of(name))
    : undefined;
}

/** By the type of the value (OpenAPI 3.1.1, 4.8.15.1.1); a list has the type of its items. */
function defaultType(shape: Shape): string {
  if (shape.has("object")) return "application/json";
  if (shape.has("array")) return "text/plain";
  const isBytes = (shape.get("string") ?? []).some(({ parts }) =>
    parts.some(({ keywords }) => keywords.format === "binary" || keywords.contentEncoding !== undefined),
  );
  return isBytes ? "application/octet-stream" : "text/plain";
}
