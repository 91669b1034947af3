import type { Json } from "../document.js";
import { essence, isJson } from "../media-type.js";
import { isObject } from "../object.js";
import type { OwnObject, Path, Tree } from "../rewritten/tree.js";

/** Members below which there are no examples of bodies and parameters. */
const passed: ReadonlySet<string> = new Set(["schema", "schemas", "itemSchema", "example", "default"]);

/** Gives each example that shows data apart from how it is written (OpenAPI 3.2.0, Example Object) the `value` that examples had before. */
export function lowerExamples(tree: Tree): void {
  const pending: Path[] = ["paths", "webhooks", "components"].map((section) => [section]);
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const value = tree.valueAt(path);
    if (value === undefined || value === null || typeof value !== "object") continue;
    for (const [key, inner] of Object.entries(value)) {
      if (passed.has(key) || key.startsWith("x-")) continue;
      if (key === "examples" && isObject(inner)) lowerMap(tree, [...path, key]);
      else pending.push([...path, key]);
    }
  }
}

function lowerMap(tree: Tree, path: Path): void {
  const map = tree.valueAt(path);
  const mediaType = path.at(-3) === "content" ? String(path.at(-2)) : undefined;
  for (const [name, example] of Object.entries(isObject(map) ? map : {})) {
    if (!isObject(example) || example.value !== undefined) continue;
    const value = example.dataValue ?? readSerialized(example.serializedValue, mediaType);
    if (value === undefined) continue;
    // It is an object, and was made ready to be changed.
    (tree.open([...path, name]) as OwnObject).value = value;
  }
}

/** The value that a text stands for in a media type; undefined where only readers of that media type know. */
function readSerialized(text: Json | undefined, mediaType: string | undefined): Json | undefined {
  if (typeof text !== "string" || mediaType === undefined) return undefined;
  if (essence(mediaType).startsWith("text/")) return text;
  if (!isJson(mediaType)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
