import { createHash } from "node:crypto";
import type { Document } from "@facsimile/document";

/** SHA-256 of the document as it was understood: one JSON text without spaces, whatever files and notation it was written in. */
export function digestOf({ json }: Document): string {
  return `sha256-${createHash("sha256").update(JSON.stringify(json)).digest("base64")}`;
}
