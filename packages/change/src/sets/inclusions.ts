import type { SchemaNode, SchemaUse } from "@facsimile/document";
import type { Branch, ShapeReader } from "./branch.js";
import type { Verdict } from "./verdict.js";

/** Answers whether the values of some schemas are all allowed by others, which may be of another edition. */
export interface Inclusions {
  readonly inner: ShapeReader;
  readonly outer: ShapeReader;
  /** The same question the other way round. */
  readonly reverse: Inclusions;
  /** Whether all values of the inner schemas are allowed by the outer ones. */
  holds(inner: SchemaUse, outer: SchemaUse): Verdict;
  /** Whether all values of a branch are allowed by one or the other branch of its type. */
  branchHolds(branch: Branch, outer: readonly Branch[]): Verdict;
  /** The same for what two branches themselves say, without what they exclude and without conditions. */
  ownHolds(branch: Branch, outer: Branch): Verdict;
  /** Whether no value of a branch fulfils a schema of the outer edition. */
  isOutside(branch: Branch, node: SchemaNode): Verdict;
}
