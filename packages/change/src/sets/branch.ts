import type { Json, SchemaNode, SchemaPart, SchemaUse } from "@facsimile/document";
import type { Choice } from "./discriminator.js";
import type { Effort } from "./effort.js";
import type { Spelling } from "./spelling.js";
import type { ValueType } from "./value-type.js";

/** A schema that holds. */
export interface Part extends SchemaPart {
  /** What else holds because this one does, where it has keywords for what nothing in it has evaluated. */
  readonly madeOf?: readonly SchemaPart[];
}

/**
 * Values of one type that fulfil every one of some schemas. Together with its siblings it is what a schema allows: references are followed, `allOf` is
 * put together, and each alternative of `anyOf` and `oneOf` has branches of its own.
 */
export interface Branch {
  readonly type: ValueType;
  /** The schemas that all hold, without what they refer to or are put together from. */
  readonly parts: readonly Part[];
  /** The only values, where there is a list of them. */
  readonly values?: readonly Json[];
  /** Whether the list says all that the branch says. */
  readonly isList?: true;
  /** Whether it is there because any text covers it, whatever the schema says of its type. */
  readonly isText?: true;
  /** Schemas that a value must not fulfil: of `not`, and the other members of its `oneOf`. */
  readonly excluded: readonly SchemaNode[];
  /** What is decided only by a value: `if`, and alternatives where there are too many to go through. */
  readonly conditions: readonly Condition[];
  /** The alternatives that were chosen on the way, outermost first: what a person knows the branch by. */
  readonly chosen: readonly Choice[];
}

/** A demand that holds in dependence of the value. Conditions of one kind are the same where their schemas are. */
export interface Condition {
  readonly kind: "if" | "anyOf" | "oneOf";
  readonly pointer: string;
  /** `if`, `then` and `else` in this order, or the members. */
  readonly schemas: readonly SchemaUse[];
}

/** What a schema allows: branches by the type of their values. A type without branches is not allowed. */
export type Shape = ReadonlyMap<ValueType, readonly Branch[]>;

/** Reads what schemas of one edition allow in messages of one direction. */
export interface ShapeReader {
  readonly spelling: Spelling;
  /** What all questions together may take. */
  readonly effort: Effort;
  /** What schemas allow that all describe the same value. */
  of(use: SchemaUse): Shape;
  /** The branches that a branch with conditions is made of: those that fulfil an `if` and its `then`, and those that do neither. */
  cases(branch: Branch): readonly Branch[];
  /** Whether messages of the direction do not have values of these schemas: `readOnly` in requests, `writeOnly` in answers. */
  isAbsent(use: SchemaUse): boolean;
  /** The same schemas without the references that only lead to others. */
  referred(use: SchemaUse): SchemaUse;
}
