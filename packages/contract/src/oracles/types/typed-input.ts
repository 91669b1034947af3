import type { Operation } from "@facsimile/document";
import type { Claim } from "./claim.js";
import type { TypeContext } from "./context.js";

/** An input whose claims are being made. */
export interface TypedInput {
  readonly context: TypeContext;
  readonly operation: Operation;
  /** The type, in TypeScript. */
  readonly input: string;
  readonly given: readonly Claim[];
}
