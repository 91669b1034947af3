import type ts from "typescript";

/** What something is part of, and how a user gets there. */
export interface Subject {
  readonly root: Root;
  /** `["result", "data", "[]", "name"]`; below a named type `["address", "street"]`. */
  readonly path: readonly string[];
  /** What declares the last step of the path. */
  readonly declarations: Declarations;
  /** The status of a result. */
  readonly status?: string;
}

export interface Declarations {
  readonly old: ts.Node | undefined;
  readonly new: ts.Node | undefined;
}

export type Root =
  /** A function for an operation. */
  | {
      readonly kind: "operation";
      readonly name: string;
      readonly old: string | undefined;
      readonly new: string | undefined;
    }
  /** Something that is named: a schema, an interface of the runtime, a function. */
  | { readonly kind: "named"; readonly name: string; readonly newName: string };

/** A step further down. */
export function stepTo(subject: Subject, step: string, declarations: Declarations = subject.declarations): Subject {
  return { ...subject, path: [...subject.path, step], declarations };
}

/** `result.data.items[].name`, `User.address["first line"]`. */
export function wordsOf({ root, path }: Subject): string {
  const start = root.kind === "operation" ? "" : root.name;
  return path.reduce((text, step) => {
    if (step === "[]" || step.startsWith("(")) return text + step;
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, start);
}
