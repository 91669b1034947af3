import type { Json } from "../document.js";
import type { Query } from "./query.js";

/** One action of an overlay, as it is written. */
export interface Action {
  /** JSON pointer of the action in the overlay. */
  readonly pointer: string;
  /** The expression, for messages. */
  readonly target: string;
  readonly query: Query;
  readonly change: Change;
}

export type Change =
  | { readonly kind: "remove" }
  | {
      readonly kind: "update";
      readonly value: Json;
      /** Whether an array is added to an array as one item, as Overlay 1.0 has it, and not item by item. */
      readonly asItem: boolean;
    }
  | { readonly kind: "copy"; readonly from: string; readonly query: Query };
