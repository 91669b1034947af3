import type { Json } from "../document.js";
import { member, splitPointer } from "../pointer.js";
import { isLater, objectShapes } from "./openapi-shapes.js";
import { type ObjectName, object, type Shape } from "./shape.js";

/** What a shape asks of a member or an item of a value; undefined where it says nothing of it. */
export function shapeOfChild(shape: Shape, value: Json, key: string): Shape | undefined {
  switch (shape.kind) {
    case "list":
      return Array.isArray(value) ? shape.of : undefined;
    case "map":
      return shape.extensible && key.startsWith("x-") ? undefined : shape.of;
    case "schema":
      return shapeOfField("Schema", key);
    case "object":
      return shapeOfField(shape.name, key);
    case "either":
      return Array.isArray(value) ? listOf(shape.of) : undefined;
    default:
      return undefined;
  }
}

/** What the items of a list are, where a list is one of the options. */
function listOf(options: readonly Shape[]): Shape | undefined {
  const found = options.find((option) => option.kind === "list");
  return found?.kind === "list" ? found.of : undefined;
}

function shapeOfField(name: ObjectName, key: string): Shape | undefined {
  const { fields, entries } = objectShapes[name];
  if (Object.hasOwn(fields, key)) return fields[key];
  return key.startsWith("x-") ? undefined : entries;
}

/** What OpenAPI has at a place of a file; undefined where it says nothing of it, as in a file that is no document of its own. */
export function shapeAt(root: Json, pointer: string): Shape | undefined {
  let last: Shape | undefined;
  for (const { shape } of shapesAlong(root, pointer)) last = shape;
  return last;
}

/** The pointer of the outermost schema around a place of a document; undefined where none is known. */
export function outermostSchema(root: Json, pointer: string): string | undefined {
  for (const { shape, depth } of shapesAlong(root, pointer)) {
    if (shape?.kind === "schema") return pointer.split("/", depth + 1).join("/");
  }
  return undefined;
}

function* shapesAlong(root: Json, pointer: string): Generator<{ shape: Shape | undefined; depth: number }> {
  const version = member(root, "openapi");
  const isBefore = typeof version === "string" && !/^3\.2(?=\.|$)/.test(version);
  let shape: Shape | undefined = version === undefined ? undefined : object("Document");
  let value: Json | undefined = root;
  yield { shape, depth: 0 };
  for (const [index, key] of splitPointer(pointer).entries()) {
    const isUnknown = isBefore && shape?.kind === "object" && isLater(shape.name, key);
    shape = shape === undefined || value === undefined || isUnknown ? undefined : shapeOfChild(shape, value, key);
    value = member(value, key);
    yield { shape, depth: index + 1 };
  }
}
