import type { Api, Document } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import type { KeptThings } from "./kept-things.js";
import type { Store } from "./store.js";

/** What a memory is made of. */
export interface StateContext {
  readonly document: Document;
  readonly api: Api;
  /** Made when it is first needed. */
  readonly validator: () => Validator;
  readonly things: KeptThings;
  readonly store: Store;
}
