import type { PrismHttpInstance } from "@stoplight/prism-http";

/** The operations of a document as Prism has them. */
export type PrismOperations = Parameters<PrismHttpInstance["request"]>[1];

export type PrismOperation = PrismOperations[number];
