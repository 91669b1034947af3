import type ts from "typescript";
import type { TypeFinding, TypeFindingKind } from "../finding.js";
import type { Subject } from "./subject.js";

/** Which way values go: `given` by those who use the package, or `read` by them. */
export type Direction = "given" | "read";

/** A type, perhaps without the `undefined` that stands for absence. */
export interface Shape {
  readonly type: ts.Type;
  readonly withoutUndefined: boolean;
}

/** A type as it is. */
export function shapeOf(type: ts.Type): Shape {
  return { type, withoutUndefined: false };
}

/** The types of both editions at one place, or at all places where these two meet. */
export interface Pair {
  readonly old: Shape;
  readonly new: Shape;
  readonly direction: Direction;
  /** The place where they met first. */
  readonly subject: Subject;
  /** The pairs that it is part of. */
  readonly parents: Set<Pair>;
  /** The operations whose input or result it is, as `GET /users`. */
  readonly operations: Set<string>;
  readonly differences: Difference[];
}

export interface Difference {
  readonly kind: TypeFindingKind;
  readonly class: TypeFinding["class"];
  readonly subject: Subject;
  /** What is said of the subject: `is gone`. */
  readonly words: string;
  /** Whether it is said of each type that is made of one declaration: once is enough. */
  readonly ofDeclaration: boolean;
}
