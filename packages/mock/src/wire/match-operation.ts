import { type Api, type Operation, type ParameterStyle, pathShape } from "@facsimile/document";
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
 * definitions are matched before their templated counterparts" (OpenAPI 3.1.1, 4.8.8.1): first of segments, then of text.
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
  const given = rest.split("/").map((sent) => ({ sent, means: decoded(sent) }));
  const candidates = ofLength(operations, given.length)
    .flatMap((operation): Candidate[] => {
      const found = readPath(templateOf(operation), given);
      return found === undefined ? [] : [{ operation, path: found }];
    })
    .sort(
      (left, right) => literalSegments(right) - literalSegments(left) || literalLength(right) - literalLength(left),
    );
  const [best] = candidates;
  if (best === undefined) return { kind: "unknown path" };
  const match = candidates.find(({ operation }) => operation.method === method.toLowerCase());
  return match === undefined
    ? { kind: "unknown method", template: best.operation.path }
    : { kind: "operation", ...match };
}

/** Operations by how many segments their paths have, told apart once for all requests. */
const byLength = new WeakMap<readonly Operation[], ReadonlyMap<number, readonly Operation[]>>();

function ofLength(operations: readonly Operation[], length: number): readonly Operation[] {
  const known = byLength.get(operations) ?? groupByLength(operations);
  byLength.set(operations, known);
  return known.get(length) ?? [];
}

function groupByLength(operations: readonly Operation[]): ReadonlyMap<number, readonly Operation[]> {
  const groups = new Map<number, Operation[]>();
  for (const operation of operations) {
    const { length } = templateOf(operation).segments;
    const group = groups.get(length) ?? [];
    group.push(operation);
    groups.set(length, group);
  }
  return groups;
}

/** A path template, taken apart once for all requests. */
interface Template {
  readonly segments: readonly Segment[];
  readonly styles: ReadonlyMap<string, ParameterStyle>;
}

interface Segment {
  /** What stands before, between and after its parameters; decoded where it has none. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

const templates = new WeakMap<Operation, Template>();

function templateOf(operation: Operation): Template {
  const known = templates.get(operation) ?? readTemplate(operation);
  templates.set(operation, known);
  return known;
}

function readTemplate({ path, parameters }: Operation): Template {
  const styles = new Map(parameters.flatMap((one) => (one.in === "path" ? [[one.name, one.style] as const] : [])));
  const segments = path.split("/").map((segment): Segment => {
    const names = [...segment.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
    return { names, literals: names.length === 0 ? [decoded(segment)] : segment.split(/\{[^{}]*\}/) };
  });
  return { segments, styles };
}

/** The texts of the parameters, or undefined where the path has another form. Segments are told apart before they are decoded. */
function readPath({ segments, styles }: Template, given: readonly GivenSegment[]): Map<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const [index, segment] of segments.entries()) {
    const found = readSegment(segment, given[index], styles);
    if (found === undefined) return undefined;
    for (const [place, text] of found.entries()) texts.set(segment.names[place] ?? "", text);
  }
  return texts;
}

/** A segment of a request's path: as it was sent, and what it means. */
interface GivenSegment {
  readonly sent: string;
  readonly means: string;
}

type Styles = ReadonlyMap<string, ParameterStyle>;

function readSegment(
  { names, literals }: Segment,
  { sent, means } = { sent: "", means: "" },
  styles: Styles,
): readonly string[] | undefined {
  if (names.length === 0) return means === literals[0] ? [] : undefined;
  // A style shows where a parameter begins that follows another. What is not in its style is a finding, and no other path.
  return (
    readBetween(literals, sent, (index) => marks[styles.get(names[index] ?? "") ?? "simple"] ?? "") ??
    readBetween(literals, sent, () => "")
  );
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

function literalSegments({ operation }: Candidate): number {
  return operation.path.split("/").filter((segment) => !segment.includes("{")).length;
}

function literalLength({ operation }: Candidate): number {
  return pathShape(operation.path).replaceAll("{}", "").length;
}
