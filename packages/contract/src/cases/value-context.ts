import type { JsonObject } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";

/** What cases are made from. */
export interface ValueContext {
  readonly document: JsonObject;
  readonly validator: Validator;
}

/** Why a request that is not valid is answered as if it were. */
export interface Hindrance {
  readonly reason: string;
  /** Whether it is Prism that does not look; else nobody could tell the request from a valid one. */
  readonly ofPrismAlone: boolean;
}
