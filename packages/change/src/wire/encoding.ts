import type { Direction } from "@facsimile/document";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { code } from "./words.js";

/** Compares how the properties of a form are written (OpenAPI 3.1.1, 4.8.15). */
export function compareEncoding(editions: Editions, both: Both, direction: Direction): readonly Found[] {
  const [old, next] = [
    editions.old.objects(editions.old.object(both.old, "encoding")),
    editions.new.objects(editions.new.object(both.new, "encoding")),
  ];
  const names = [...new Set([...old.keys(), ...next.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), next.get(name)];
    if (wayOf(was?.value) === wayOf(is?.value)) return [];
    const places = { old: was ?? both.old, new: is ?? both.new };
    return [
      found("encoding-changed", direction, places, `property ${code(name)} of the form is written in another way now`),
    ];
  });
}

function wayOf(encoding: { readonly [key: string]: unknown } = {}): string {
  const { contentType = "", style = "form", explode = style === "form", allowReserved = false } = encoding;
  return JSON.stringify([String(contentType).toLowerCase(), style, explode, allowReserved]);
}
