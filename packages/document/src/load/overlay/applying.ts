import type { Json } from "../document.js";
import type { Report } from "../findings.js";
import type { Tree } from "../rewritten/tree.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Source } from "../source.js";

/** What the actions of one overlay are applied to, and with. */
export interface Applying {
  readonly tree: Tree;
  /** The document as it was before this overlay. */
  readonly before: Source;
  readonly overlay: Source;
  readonly report: Report;
}

/** A value that an action brings, and where it is written. */
export interface Added {
  readonly value: Json;
  readonly at: WrittenAt;
}
