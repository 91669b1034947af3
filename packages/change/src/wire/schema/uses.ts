import type { Direction, SchemaUse } from "@facsimile/document";
import type { Edition } from "../edition.js";
import type { Found } from "../found.js";
import { subjectOf } from "../subject.js";
import { asSentence } from "../words.js";

/** The schemas of one place in both editions. */
export type Both = readonly [old: SchemaUse, next: SchemaUse];

/** One value of a part may be several now. */
export function severalOf(edition: Edition, direction: Direction, [old, next]: Both): Found {
  const [was, is] = [old[0]?.pointer, next[0]?.pointer];
  const message = asSentence(`${subjectOf(edition, is ?? "")} may be there more than once now`);
  return { rule: "type-widened", direction, old: was, new: is, message };
}

export function refers({ schemas }: Edition, use: SchemaUse): boolean {
  return use.some(({ value }) => schemas.target(value) !== undefined);
}

export function placesIn(use: SchemaUse): string {
  return use.map(({ pointer }) => pointer).join("&");
}
