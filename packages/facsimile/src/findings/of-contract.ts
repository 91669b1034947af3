import { join } from "node:path";
import type { Allowances, ContractReport, ServerReport } from "@facsimile/contract";
import type { Document } from "@facsimile/document";
import { type FindingPlace, type PlacedFinding, placeIn } from "./placed-finding.js";

/**
 * What a package or its document is wrong about. What is accepted is no finding.
 *
 * @param document - the path of the document
 * @param folder - the folder of the package, in which findings are accepted
 */
export function findingsOfContract(report: ContractReport, document: string, folder: string): readonly PlacedFinding[] {
  const found = report.findings.filter(({ accepted }) => accepted === undefined);
  return [
    ...found.map(({ id, whose, message, at }) =>
      failure(id, `${whose}: ${message}`, at === undefined ? { file: document } : placeIn(at)),
    ),
    ...(report.isExercised ? [] : [failure("not-exercised", "No case of any operation passed.", { file: document })]),
    ...report.missing.map((goal) =>
      failure("not-covered", `Neither covered nor explained: ${goal}.`, { file: document }),
    ),
    ...report.notNeeded.map((id) =>
      failure(id, "Is accepted and was not found: take it out.", { file: join(folder, "contract.accept.yaml") }),
    ),
  ];
}

/** What a server is wrong about, each at the operation of the document. */
export function findingsOfServer(
  { results, operations, likeness, lacking, stopped, requests }: ServerReport,
  allowed: Allowances,
  document: Document,
): readonly PlacedFinding[] {
  const placeOf = placesOf(operations, document);
  const unreached = allowed.unreached ? [] : operations.filter(({ tried, exercised }) => tried && !exercised);
  const whole = { file: document.file };
  return [
    ...(likeness === undefined ? [] : [failure("not-the-api", likeness, whole)]),
    ...results.flatMap(({ name, findings }) =>
      findings.map(({ oracle, message }) => failure(`server-${oracle}`, `${name}: ${message}`, placeOf(name))),
    ),
    ...unreached.map(({ operation, method, path }) =>
      failure("not-exercised", `${method} ${path} had no success.`, placeOf(`${operation}: `)),
    ),
    ...(allowed.missingCredentials ? [] : lacking).map(({ scheme, variable }) =>
      failure("no-credential", `There is no credential for ${scheme}: ${variable} is not set.`, whole),
    ),
    ...(requests === 0 ? [failure("no-request", "No request was sent.", whole)] : []),
    ...(stopped ? [failure("stopped", "The run was stopped before its end.", whole)] : []),
  ];
}

function failure(code: string, message: string, place: FindingPlace): PlacedFinding {
  return { code, level: "error", message, place };
}

/** The name of what was tried begins with its operation. */
function placesOf(operations: ServerReport["operations"], document: Document): (name: string) => FindingPlace {
  const places = new Map(
    operations.map(({ operation, method, path }) => {
      const token = path.replaceAll("~", "~0").replaceAll("/", "~1");
      const { file, line, column } = document.locate(`/paths/${token}/${method.toLowerCase()}`);
      return [operation, { file, line, column }] as const;
    }),
  );
  return (name) => places.get(name.split(": ")[0] ?? "") ?? { file: document.file };
}
