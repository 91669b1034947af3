import type { Json, ParameterPlace } from "@facsimile/document";

/** A request that shows how an operation is called. */
export interface ExampleRequest {
  readonly parameters: readonly { readonly in: ParameterPlace; readonly name: string; readonly value: Json }[];
  readonly body: { readonly mediaType: string; readonly value: Json } | undefined;
  /** Path and query as they are sent, without the path of the server. */
  readonly target: string;
  /** Those of parameters, not `Content-Type`. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly cookies: readonly (readonly [name: string, value: string])[];
}
