/** A schema where it is used: the component that it refers to, if it is nothing but a reference, and the JSON Schema as written. */
export interface Schema {
  readonly pointer: string;
  /** The name in `components.schemas` where the schema is only a `$ref` to it. */
  readonly component: string | undefined;
  /** The schema as written, `$ref`s kept; in OpenAPI 3.1 it may be a boolean. */
  readonly json: JsonSchema;
}

export type JsonSchema = boolean | { readonly [keyword: string]: unknown };
