import type { Schema } from "./standard.js";

/** The types of JSON Schema. */
export type SchemaTypeName = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** A regular expression that takes linear time in JavaScript, or one that a package brings as a {@link PatternProgram}. */
export type SchemaPattern = string | PatternProgram;

/**
 * The steps of a regular expression. A text is one character: a class of them, or `^`, `$`, `\b`, `\B` between two; a number is where it goes on; a pair says
 * that it goes on at both. It matches where it gets to the end.
 */
export type PatternProgram = readonly (string | number | readonly [number, number])[];

/**
 * What a schema of the document says about values, in the words of JSON Schema 2020-12, as they bind in one direction. Another schema stands in the place
 * of a reference to it.
 */
export interface SchemaKeywords {
  readonly type?: SchemaTypeName | readonly SchemaTypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: SchemaPattern;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly prefixItems?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly contains?: SchemaNode;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: SchemaNode;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: readonly (readonly [SchemaPattern, SchemaNode])[];
  readonly additionalProperties?: SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly dependentSchemas?: Readonly<Record<string, SchemaNode>>;
  readonly unevaluatedProperties?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  /** `if`, `then` and `else`. */
  readonly condition?: readonly [met: SchemaNode, then: SchemaNode, otherwise: SchemaNode];
  /** What is no JSON: an object of this class of the platform, such as `Blob`. */
  readonly instanceOf?: string;
}

/** A schema: true for any value, false for none. */
export type SchemaNode = boolean | SchemaKeywords | Schema;
