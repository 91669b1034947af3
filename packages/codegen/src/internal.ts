import { createDiagnostic, type Diagnostic } from "@facsimile/document/diagnostics";

/** What is said where this project, and no document, is at fault: an exception that nobody expected. */
export function internalDiagnostic(document: string, error: unknown): Diagnostic {
  const place = { file: document, position: undefined, pointer: undefined };
  const message = `Generating the package ended in a mistake of Facsimile, ${describe(error)}.`;
  return createDiagnostic(
    "internal",
    place,
    message,
    "Report it, with the document; the other documents are not concerned.",
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first = ""] = error.message.split("\n", 1);
  const where = placeOf(error);
  return `${error.name}: ${first}${where === undefined ? "" : ` (${where})`}`;
}

/** The module and line that threw, without the folder that it is installed in. */
function placeOf({ stack = "" }: Error): string | undefined {
  return /\/((?:document|codegen)\/(?:dist|src)\/[^\s():]+:\d+)/.exec(stack)?.[1];
}
