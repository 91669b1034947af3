import type { Json } from "../src/load/document.js";
import { valueAt } from "../src/load/pointer.js";
import { load } from "./documents.js";

/** How documents begin whose structure is read. */
export const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

/** A document as it was read. */
export interface Read {
  /** `code /pointer: message` */
  readonly found: readonly string[];
  /** The value at a pointer of what was loaded. */
  at(pointer: string): Json | undefined;
}

export async function read(text: string): Promise<Read> {
  const { document, diagnostics } = await load(text);
  const found = diagnostics.map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
  return { found, at: (pointer) => valueAt(document?.json ?? null, pointer) };
}
