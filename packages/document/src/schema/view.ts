import type { Json } from "../load/document.js";
import type { Bounds } from "./bounds.js";
import type { Members } from "./members.js";
import type { SchemaPart } from "./parts.js";
import type { SchemaUse } from "./source.js";
import type { JsonTypes } from "./types.js";

/** What a schema means: its references followed, and everything that it is put together from put together. */
export interface SchemaView extends Bounds, Members {
  /** The schemas that describe the value in any case, itself first. */
  readonly parts: readonly SchemaPart[];
  /** The types that a value may have as far as they are known; with null only where {@link allowsNull}. */
  readonly types: JsonTypes;
  /** Whether a part names its types, and not only what it is about. */
  readonly statesType: boolean;
  readonly allowsNull: boolean;
  /** A value is not sent in requests. */
  readonly readOnly: boolean;
  /** A value is not sent in answers. */
  readonly writeOnly: boolean;
  /** The schemas of each `oneOf` and `anyOf`: one of them has to fit as well. */
  readonly alternatives: readonly SchemaUse[];
  /** The values that the schema gives for itself, the likeliest first: `examples` or `example`, then `default`. */
  readonly stated: readonly Json[];
}
