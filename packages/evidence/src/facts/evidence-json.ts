import {
  type Difference,
  type Evidence,
  type Fact,
  type FactValue,
  familyNames,
  type Page,
  type Place,
  pageRoles,
} from "./fact.js";

/** The number of the format of `evidence.json`. */
const format = 1;

/** A file that is not evidence. */
export class EvidenceFormatError extends Error {
  override readonly name = "EvidenceFormatError";
}

/** Evidence as the text of its file: one line for each page, fact and difference, so that a change of one is one line of a diff. */
export function printEvidence(evidence: Evidence): string {
  const { provider, family, pages, facts, differences } = evidence;
  const lines = (items: readonly unknown[]): string => {
    return items.length === 0 ? "[]" : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  };
  return `{
  "format": ${format},
  "provider": ${JSON.stringify(provider)},
  "family": ${JSON.stringify(family)},
  "pages": ${lines(pages.map(({ file, role, digest }) => ({ file, role, digest })))},
  "facts": ${lines(facts.map(({ id, page, line, value }) => ({ id, page, line, value })))},
  "differences": ${lines(differences)}
}
`;
}

/** Reads evidence from the text of its file. Throws an EvidenceFormatError that says what is wrong with it. */
export function parseEvidence(text: string): Evidence {
  const json = parse(text);
  if (!isObject(json)) throw new EvidenceFormatError("it is not a JSON object");
  if (json.format !== format)
    throw new EvidenceFormatError(`its format is ${JSON.stringify(json.format)}, and ${format} is needed`);
  const family = familyNames.find((name) => name === json.family);
  if (typeof json.provider !== "string" || family === undefined)
    throw new EvidenceFormatError('"provider" or "family" is missing');
  return {
    provider: json.provider,
    family,
    pages: list(json, "pages", isPage),
    facts: list(json, "facts", isFact),
    differences: list(json, "differences", isDifference),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EvidenceFormatError(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function list<T>(json: Readonly<Record<string, unknown>>, key: string, is: (item: unknown) => item is T): readonly T[] {
  const items = json[key];
  if (!Array.isArray(items)) throw new EvidenceFormatError(`"${key}" is no list`);
  const wrong = items.findIndex((item) => !is(item));
  if (wrong !== -1) throw new EvidenceFormatError(`item ${wrong + 1} of "${key}" is not of the form that is needed`);
  return items as T[]; // every item was looked at
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlace(value: unknown): value is Place {
  return isObject(value) && typeof value.page === "string" && Number.isInteger(value.line);
}

function isStated(value: unknown): value is Place & { readonly value: FactValue } {
  return isPlace(value) && "value" in value && isFactValue(value.value);
}

function isFact(value: unknown): value is Fact {
  return isStated(value) && "id" in value && typeof value.id === "string";
}

export function isFactValue(value: unknown): value is FactValue {
  return Array.isArray(value)
    ? value.every(isFactValue)
    : value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isPage(value: unknown): value is Page {
  return (
    isObject(value) &&
    typeof value.file === "string" &&
    typeof value.digest === "string" &&
    pageRoles.some((role) => role === value.role)
  );
}

function isDifference(value: unknown): value is Difference {
  return isObject(value) && typeof value.id === "string" && isStated(value.kept) && isStated(value.dropped);
}
