import type { Type } from "../print/index.js";
import { identifier, named } from "../print/index.js";

/** The types of bytes, as the Fetch standard and ECMAScript have them. */
export const blob: Type = named(identifier("Blob"));

/** What a body of bytes is given as. */
export const bytes: readonly Type[] = [
  blob,
  named(identifier("ArrayBuffer")),
  named(identifier("Uint8Array")),
  named(identifier("ReadableStream"), named(identifier("Uint8Array"))),
];
