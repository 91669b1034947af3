export interface Server {
  /** The URL template as written, with `{variables}`. It may be relative. */
  readonly url: string;
  /** What the document calls it (OpenAPI 3.2). */
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string | undefined;
  /** `x-required: true`: the default is only an example, so that a caller has to give a value. */
  readonly required: boolean;
}
