import { type Bounds, boundsOf as readBounds, type SchemaPart } from "@facsimile/document";
import { remembered } from "./remembered.js";

/** What the parts of a branch demand together, read once for each branch. */
export const boundsOf: (parts: readonly SchemaPart[]) => Bounds = remembered(readBounds);
