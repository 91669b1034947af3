import type { Direction, Json } from "@facsimile/document";
import type { RuleId } from "../change/rules.js";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import type { SchemaComparison } from "./schema/comparison.js";
import { asSentence } from "./words.js";

/** Two editions, and who sends the requests in the part of them that is compared. */
export interface Editions {
  readonly old: Edition;
  readonly new: Edition;
  readonly schemas: SchemaComparison;
  /** The same where values are written as text. */
  readonly texts: SchemaComparison;
  /** The direction of what goes to the one that serves: turned in webhooks and callbacks. */
  readonly sent: Direction;
  /** The direction of its answers. */
  readonly received: Direction;
}

/** A node in each edition. */
export interface Both {
  readonly old: ObjectNode;
  readonly new: ObjectNode;
}

/** A change between two places. */
export function found(
  rule: RuleId,
  direction: Direction | "none",
  places: {
    readonly old?: { readonly pointer: string } | undefined;
    readonly new?: { readonly pointer: string } | undefined;
  },
  message: string,
  more: { readonly class?: Found["class"]; readonly example?: Json } = {},
): Found {
  const { class: stated, example } = more;
  return {
    rule,
    direction,
    old: places.old?.pointer,
    new: places.new?.pointer,
    message: asSentence(message),
    ...(stated !== undefined && { class: stated }),
    ...(example !== undefined && { example }),
  };
}
