import type { Operation } from "@facsimile/document";
import type { Exchange } from "@facsimile/mock/wire";
import { differ } from "./compare.js";

/** What Prism has to say about a valid request and its answer: the right operation, no violation, no fault. */
export function judgePrism({ operation, violations, fault }: Exchange, { method, path }: Operation): readonly string[] {
  if (fault !== undefined) return [fault];
  return [
    ...differ("operation", { method, path }, operation),
    // What is deprecated is allowed.
    ...violations
      .filter(({ code }) => code !== "deprecated")
      .map(({ location, message }) => `${location.join(".")}: ${message}`),
  ];
}
