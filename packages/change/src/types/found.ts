import type ts from "typescript";
import type { TypeFinding, TypePlace } from "./finding.js";

/** What a finding is about in one edition. */
export interface Origin {
  /** `GET /users/{id}`, where it belongs to one operation. */
  readonly request: string | undefined;
  /** The exported type that it is part of. */
  readonly name: string | undefined;
  /** From there: `["result", "data", "[]", "name"]`, `["address", "street"]`. */
  readonly path: readonly string[];
  /** The status of the answer that it is part of, as TypeScript writes it. */
  readonly status: string | undefined;
  /** What declares it. */
  readonly node: ts.Node | undefined;
}

/** A finding that has no places yet. */
export interface Found extends Omit<TypeFinding, "old" | "new"> {
  readonly old: Origin | undefined;
  readonly new: Origin | undefined;
}

/** Says where something is written. */
export type Placer = (origin: Origin) => TypePlace | undefined;
