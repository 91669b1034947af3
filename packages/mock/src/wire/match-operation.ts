import type { Api, Operation, ParameterStyle } from "@facsimile/document";
import { decoded } from "./decoded.js";

/** What a document has for a request. */
export type Match =
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      /** The text of each path parameter, still encoded. */
      readonly path: ReadonlyMap<string, string>;
    }
  | { readonly kind: "unknown method"; readonly template: string }
  | { readonly kind: "unknown path" };

/** What the value of a path parameter begins with (OpenAPI 3.1.1, 4.8.12.4). */
const marks: Partial<Record<ParameterStyle, string>> = { label: ".", matrix: ";" };

interface Candidate {
  readonly operation: Operation;
  readonly path: ReadonlyMap<string, string>;
}

/**
 * Finds the operation of a request. Of several templates that match, the one with the most that is not a parameter is meant, for "concrete
 * definitions are matched before their templated counterparts" (OpenAPI 3.1.1, 4.8.8.1).
 *
 * @param base What comes before each template, without a slash at its end.
 * @param path As it was sent: encoded, without query.
 */
export function matchOperation(
  { operations }: Pick<Api, "operations">,
  base: string,
  method: string,
  path: string,
): Match {
  if (!path.startsWith(base)) return { kind: "unknown path" };
  const rest = path.slice(base.length);
  const candidates = operations
    .flatMap((operation): Candidate[] => {
      const found = readTemplate(operation, rest);
      return found === undefined ? [] : [{ operation, path: found }];
    })
    .sort((left, right) => literalsOf(right) - literalsOf(left));
  const [best] = candidates;
  if (best === undefined) return { kind: "unknown path" };
  const match = candidates.find(({ operation }) => operation.method === method.toLowerCase());
  return match === undefined
    ? { kind: "unknown method", template: best.operation.path }
    : { kind: "operation", ...match };
}

/** The texts of the parameters, or undefined where the path has another form. Segments are told apart before they are decoded. */
function readTemplate({ path: template, parameters }: Operation, path: string): Map<string, string> | undefined {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const styles = new Map(parameters.flatMap((one) => (one.in === "path" ? [[one.name, one.style] as const] : [])));
  const texts = wanted.map((segment, index) => readSegment(segment, given[index] ?? "", styles));
  return texts.includes(undefined) ? undefined : new Map(texts.flatMap((some) => some ?? []));
}

type Styles = ReadonlyMap<string, ParameterStyle>;

function readSegment(template: string, segment: string, styles: Styles): (readonly [string, string])[] | undefined {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return decoded(segment) === decoded(template) ? [] : undefined;
  const literals = template.split(/\{[^{}]*\}/);
  // A style shows where a parameter begins that follows another. What is not in its style is a finding, and no other path.
  const found =
    readBetween(literals, segment, (index) => marks[styles.get(names[index] ?? "") ?? "simple"] ?? "") ??
    readBetween(literals, segment, () => "");
  return found?.map((text, index) => [names[index] ?? "", text] as const);
}

/** The texts between literals, each as short as it can be but for the last, in linear time. The texts begin with their marks. */
function readBetween(
  literals: readonly string[],
  segment: string,
  markOf: (index: number) => string,
): readonly string[] | undefined {
  const [first = "", ...others] = literals;
  const last = others.at(-1) ?? "";
  const limit = segment.length - last.length;
  if (!segment.startsWith(first + markOf(0)) || !segment.endsWith(last)) return undefined;
  const texts: string[] = [];
  let start = first.length;
  for (const [index, literal] of others.slice(0, -1).entries()) {
    const end = segment.indexOf(literal + markOf(index + 1), start + markOf(index).length);
    if (end < 0) return undefined;
    texts.push(segment.slice(start, end));
    start = end + literal.length;
  }
  const isWhole = start + markOf(others.length - 1).length <= limit;
  return isWhole ? [...texts, segment.slice(start, limit)] : undefined;
}

function literalsOf({ operation }: Candidate): number {
  return operation.path.split("/").filter((segment) => !segment.includes("{")).length;
}
