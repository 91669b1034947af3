import { isObject } from "@facsimile/document";
import { sentValue } from "../operations/edition.js";
import { isScalar } from "../operations/written.js";
import type { RandomValues } from "../random-values.js";
import type { Field } from "./fields.js";
import type { NamedText } from "./pairs.js";
import type { Part } from "./parts.js";
import { readingsOf } from "./trees.js";
import { Unreadable, type WireBody } from "./wire-body.js";

/** The headers that a part is sent with: those that it has to have, and some of the others. */
export function headersOf({ edition, direction }: WireBody, field: Field, random: RandomValues): Part["headers"] {
  const stated = Object.entries(field.headers).flatMap(([name, stated]): readonly NamedText[] => {
    const header = edition.followed(stated);
    if (header.required !== true && random.chance(2)) return [];
    const value = sentValue(edition.subject(header, direction), random, isScalar);
    return value === undefined ? [] : [[name.toLowerCase(), String(value)]];
  });
  return Object.fromEntries(stated);
}

/** Throws where a part lacks a header, or has one of another value. */
export function checkHeaders({ edition, direction }: WireBody, field: Field, { headers }: Part): void {
  const { name } = field;
  for (const [key, stated] of Object.entries(field.headers)) {
    const header = edition.followed(stated);
    const text = headers[key.toLowerCase()];
    if (key.toLowerCase() === "content-type") continue;
    if (text === undefined && header.required === true) throw new Unreadable(`${name} has no header ${key}`);
    const { judge } = edition.subject(header, direction);
    if (text !== undefined && isObject(header) && !readingsOf(text).some((reading) => judge.allows(reading)))
      throw new Unreadable(`header ${key} of ${name}: ${text}`);
  }
}
