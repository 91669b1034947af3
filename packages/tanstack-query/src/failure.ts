import type {
  AbortedError,
  ApiError,
  ConnectionError,
  CredentialsError,
  DataOf,
  InvalidRequestError,
  RedirectError,
  ResponseParseError,
  TimeoutError,
} from "@facsimile/runtime";

/** The data of a success. A cache cannot hold undefined: where an answer has no body, null stands for it. */
export type QueryData<Result> = DataOf<Result> extends infer Data ? (Data extends undefined ? null : Data) : never;

/** An answer that is no success, as `status` tells it: `data` is its body. */
export type ApiErrorOf<Result> = Result extends {
  readonly ok: false;
  readonly status: infer Status;
  readonly error: infer Body;
}
  ? ApiError & { readonly status: Status; readonly data: Body }
  : never;

/** Why there is no data. `name` and `status` tell them apart. */
export type QueryError<Result> =
  | ApiErrorOf<Result>
  | AbortedError
  | ConnectionError
  | CredentialsError
  | InvalidRequestError
  | RedirectError
  | ResponseParseError
  | TimeoutError;
