/** What can be found. Each has a page in docs/changes. */
export const typeFindingKinds = [
  "function-removed",
  "function-renamed",
  "function-added",
  "export-removed",
  "export-renamed",
  "export-added",
  "subpath-removed",
  "input-removed",
  "input-renamed",
  "input-required",
  "input-narrowed",
  "result-removed",
  "result-optional",
  "result-widened",
  "result-value-added",
  "result-branch-added",
  "result-status-removed",
  "result-status-added",
  "signature-changed",
  "sample-failed",
] as const;

export type TypeFindingKind = (typeof typeFindingKinds)[number];

/** Where something is written: in a document, or in a generated file. */
export interface TypePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** In a document. */
  readonly pointer?: string;
}

/** What people who use the old edition of a package see of the new one when they compile. */
export interface TypeFinding {
  readonly kind: TypeFindingKind;
  /** `breaking`: what compiled may no longer do so. `warning`: only code that relies on a list being complete. `safe`: all still compiles. */
  readonly class: "breaking" | "warning" | "safe";
  /** The operations that it reaches, as `GET /users/{id}`, in the order of the old package (of the new one, where they are new). */
  readonly operations: readonly string[];
  /** Undefined where there is nothing on that side, or nothing that is written in the document. */
  readonly old: TypePlace | undefined;
  readonly new: TypePlace | undefined;
  /** One sentence without a full stop, in the names of the package. */
  readonly message: string;
}
