/** One reason why a value does not fit. */
export interface SchemaIssue {
  /** What is wrong, in words that follow what the path leads to: `is missing`, `is a number and no string`. */
  readonly message: string;
  /** The names and indices that lead to it from the value; none for the value itself. */
  readonly path: readonly PropertyKey[];
}

/** Whether a value fits: the value itself, or what is wrong. */
export type SchemaResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/**
 * A schema of the document that values are held against at run time: a Standard Schema (standardschema.dev), as libraries for forms, servers and
 * queries take them. What fits is handed back as it is: nothing is converted, filled in or left out.
 *
 * @typeParam Value The type of the package for what fits.
 */
export interface Schema<Value = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "facsimile";
    /** At most 100 issues are told. It ends for values that hold themselves too, and throws nothing but what a getter of the value throws. */
    readonly validate: (value: unknown) => SchemaResult<Value>;
    /** Never set: for the compiler. */
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** The body that a result has under a status. */
type BodyOf<Result, Status> = Result extends { readonly ok: true; readonly status: Status; readonly data: infer Data }
  ? Data
  : Result extends { readonly ok: false; readonly status: Status; readonly error: infer Problem }
    ? Problem
    : never;

/**
 * The schemas of what an operation answers, by the key of the response.
 *
 * @typeParam Result What the operation answers.
 * @typeParam Status The keys of the responses that have JSON.
 */
export type AnswerSchemas<Result, Status extends number | string> = {
  readonly [Key in Status]: Schema<BodyOf<Result, Key>>;
};
