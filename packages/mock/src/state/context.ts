import type { Api, Document } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import type { ServedPaths } from "../wire/served-paths.js";
import type { KeptThings } from "./kept-things.js";
import type { Shapes } from "./shapes.js";
import type { Store } from "./store.js";

/** What a memory is made of. */
export interface StateContext {
  readonly document: Document;
  readonly api: Api;
  /** Made when it is first needed. */
  readonly validator: () => Validator;
  readonly things: KeptThings;
  readonly shapes: Shapes;
  /** What comes before the path templates. */
  readonly paths: ServedPaths;
  /** How long an answer may be held against its schema. */
  readonly limitMs: number;
  readonly store: Store;
}
