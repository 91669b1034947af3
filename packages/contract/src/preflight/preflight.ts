import type { Api, Document, JsonObject, Operation } from "@facsimile/document";
import { findCompileErrors } from "@facsimile/mock";
import type { Validator } from "@facsimile/samples";
import type { AnswerCase, Hole, Matrix, WireCase } from "../cases/case.js";
import { exampleFindings } from "./examples.js";
import { oddFindings } from "./odd-schemas.js";
import { compileFindings } from "./own-validator.js";
import { pointerOf } from "./pointer-of.js";

/** What is wrong with a document itself, or what Prism makes of it. */
export interface PreflightFinding {
  readonly whose: "document" | "prism";
  /** JSON pointer in the document. */
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of several examples at a place, the key of the one that it is about. */
  readonly example?: string | undefined;
  readonly message: string;
}

/** What a document is looked at with before anything is tried. */
export interface Looked {
  readonly document: Document;
  /** What Prism is given. */
  readonly mockDocument: JsonObject;
  readonly api: Api;
  /** Those that are tried. */
  readonly operations: readonly Operation[];
  /** The component schemas that are looked at, whatever leads to them. */
  readonly components: readonly string[];
  readonly validator: Validator;
}

/**
 * Whether every schema of a document compiles, in the validator that Prism will use and in our own, and every example fits its schema. Where a
 * schema does not compile, Prism takes anything for valid and says nothing.
 */
export async function preflight({
  document,
  mockDocument,
  api,
  operations,
  components,
  validator,
}: Looked): Promise<readonly PreflightFinding[]> {
  const received = api.received.map(({ operation }) => operation);
  const own = [
    ...compileFindings(operations, received, components, validator),
    ...oddFindings(document, [...operations, ...received], components),
    ...exampleFindings(document, operations, received, components, validator),
  ];
  const prism = await findCompileErrors(mockDocument);
  const found = [
    ...own.map((one) => ({ ...one, whose: "document" as const })),
    ...prism.map(({ message, ...place }) => ({
      whose: "prism" as const,
      pointer: pointerOf(api, place),
      message: `Prism would accept any value here, because its validator cannot compile the schema: ${message}`,
    })),
  ];
  return unique(found).map((one) => {
    const { file, line, column } = document.locate(one.pointer);
    return { ...one, file, line, column };
  });
}

/** Of the cases of a matrix, those that break a value where Prism accepts any are holes. */
export function withoutBlind<Given extends Pick<Matrix, "cases" | "holes" | "elsewhere">>(
  matrix: Given,
  found: readonly PreflightFinding[],
): Given {
  const blind = new Map(
    found.filter(({ whose }) => whose === "prism").map(({ pointer, message }) => [pointer, message]),
  );
  const isBlind = ({ valid, place }: AnswerCase | WireCase): boolean =>
    !valid && place !== undefined && blind.has(place);
  const unseen = matrix.cases.filter(
    (one): one is AnswerCase | WireCase => (one.kind === "answer" || one.kind === "wire") && isBlind(one),
  );
  const holes = unseen.map(
    (one): Hole => ({
      kind: "hole",
      covers: one.covers,
      reason: `${blind.get(one.place ?? "")}.`,
      pointer: one.place ?? "",
    }),
  );
  const elsewhere = unseen.filter((one): one is WireCase => one.kind === "wire");
  const gone = new Set<unknown>(unseen);
  return {
    ...matrix,
    cases: matrix.cases.filter((one) => !gone.has(one)),
    holes: [...matrix.holes, ...holes],
    elsewhere: [...matrix.elsewhere, ...elsewhere],
  };
}

/** A component that several operations use is named once. */
function unique<Found extends { readonly pointer: string; readonly message: string }>(
  found: readonly Found[],
): readonly Found[] {
  return [...new Map(found.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
}
