import type { Spelling } from "../families/family.js";
import { squashed } from "../families/spelling.js";
import { isForm, templateNames } from "../spec/operations.js";
import { bodyLikeness } from "./body-likeness.js";
import type { FactIndex } from "./fact-index.js";

/** Where a documented parameter travels. A field is one part of a form, which is a request body. */
export type Place = "path" | "query" | "header" | "cookie" | "body" | "field";

/** A documented parameter with what the facts say about its way, and what is the likeliest where they are silent. */
export interface PlacedParameter {
  readonly documented: string;
  readonly place: Place;
  /** The name on the wire where something states it: wire.json, a statement, the path or a sample. A body has none. */
  readonly name: string | undefined;
  /** True where the place is stated, or follows from the path. */
  readonly isStated: boolean;
}

const placeNames: Readonly<Record<string, Place>> = {
  path: "path",
  query: "query",
  header: "header",
  cookie: "cookie",
  body: "body",
  form: "field",
  formData: "field",
};

/** Every documented parameter of an operation with the place where it travels. */
export function placeParameters(facts: FactIndex, spelling: Spelling, operation: string): readonly PlacedParameter[] {
  const names = facts.namesBelow("operation", operation, "parameter");
  const inPath = pathNames(facts, spelling, operation, names);
  const known = names.map((documented) => knownPlace(facts, spelling, operation, documented, inPath));
  const open = names.filter((_, index) => known[index]?.place === undefined);
  const guessed = guessPlaces(facts, operation, open);
  return names.map((documented, index): PlacedParameter => {
    const { place, name } = known[index] ?? {};
    return { documented, place: place ?? guessed.get(documented) ?? "query", name, isStated: place !== undefined };
  });
}

function knownPlace(
  facts: FactIndex,
  spelling: Spelling,
  operation: string,
  documented: string,
  inPath: ReadonlyMap<string, string>,
): { readonly place: Place | undefined; readonly name: string | undefined } {
  const wire = (fact: string): string | undefined => {
    const value =
      facts.value("wire", "operation", operation, "parameter", documented, fact) ??
      facts.value("parameters", documented, fact);
    return value === undefined ? undefined : String(value);
  };
  const path = inPath.get(documented);
  const shown = sampleName(facts, spelling, operation, documented);
  const name = wire("name") ?? path ?? shown;
  const stated = placeNames[wire("in") ?? ""];
  // Names of headers are words with hyphens between them; keys of a query hardly ever are.
  const header = shown?.includes("-") === true ? "header" : undefined;
  return { place: stated ?? (path === undefined ? header : "path"), name };
}

/** The names in the braces of the path, by the parameters that they belong to: spelled alike, or the one that is left of each. */
function pathNames(
  facts: FactIndex,
  spelling: Spelling,
  operation: string,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const templates = templateNames(String(facts.value("operation", operation, "path") ?? ""));
  for (const template of templates) {
    const wire = names.find(
      (name) => facts.value("wire", "operation", operation, "parameter", name, "name") === template,
    );
    const documented =
      wire ??
      names.find((name) => name === template || spelling.parameter(template) === name) ??
      names.find((name) => squashed(name) === squashed(template));
    if (documented !== undefined && !found.has(documented)) found.set(documented, template);
  }
  return found;
}

/** The name on the wire that the samples of older Python pages show: `X-Fields_example` is a value of `x_fields`. */
function sampleName(facts: FactIndex, spelling: Spelling, operation: string, documented: string): string | undefined {
  const sample = facts.value("operation", operation, "example", "value", documented);
  const name = /^(.+)_example$/.exec(String(sample ?? ""))?.[1];
  if (name === undefined || name === documented) return undefined; // newer pages write the SDK's own name there
  // An SDK numbers the second of two parameters that have one name in two places.
  const spelled = spelling.parameter(name);
  return spelled === documented || spelled === documented.replace(/(?<!\d)\d+$/, "") ? name : undefined;
}

const withoutBody: ReadonlySet<string> = new Set(["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"]);

/** The likeliest places of what nothing is stated about: one body where the operation takes one, the fields of a form, else keys of the query. */
function guessPlaces(facts: FactIndex, operation: string, open: readonly string[]): ReadonlyMap<string, Place> {
  const stated = facts.value("operation", operation, "content-types");
  const types = facts.list("operation", operation, "content-types").map(String);
  const method = String(facts.value("operation", operation, "method"));
  if (stated !== undefined && types.length === 0 && withoutBody.has(method)) return new Map();
  const ranked = open
    .map((documented) => ({
      documented,
      likeness: bodyLikeness(facts, operation, documented, open.length === 1 && types.length > 0),
    }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  const isBody = best !== undefined && best.likeness > 0;
  if (types.some(isForm) && !(isBody && best.likeness >= 3)) return new Map(open.map((each) => [each, "field"]));
  return isBody ? new Map([[best.documented, "body"]]) : new Map();
}

/** The names in the braces of a path that no documented parameter belongs to. */
export function undeclaredNames(path: string, placed: readonly PlacedParameter[]): readonly string[] {
  const declared = placed.flatMap(({ place, name }) => (place === "path" ? [name] : []));
  return templateNames(path).filter((name) => !declared.includes(name));
}
