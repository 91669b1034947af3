import type { JsonObject } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";

/** What cases are made from. */
export interface ValueContext {
  readonly document: JsonObject;
  readonly validator: Validator;
}
