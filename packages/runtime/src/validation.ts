import type { Operation } from "./operation.js";

/** Puts something around the description of an operation, so that its values are held against their schemas. Made by the subpath `schemas`. */
export type Validation = (operation: Operation<never>) => Operation<never>;
