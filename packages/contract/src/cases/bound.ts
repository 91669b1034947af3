import { createHash } from "node:crypto";
import type { Api, Operation } from "@facsimile/document";
import type { Case, Hole, Matrix } from "./case.js";

/** How much of a document is tried. */
export interface Extents {
  /** The ids of the operations that are tried. Default: all. */
  readonly operations?: readonly string[];
  /**
   * How many cases an operation has at most. Default: all; of a document with more than 8000 cases an equal share of these.
   */
  readonly casesPerOperation?: number;
  /** One of several equal parts of the operations and of the component schemas, so that several processes share a document. Default: all of it. */
  readonly part?: Part;
  /** A few operations, each with few cases, to see within seconds whether anything is wrong at all. Default: false. */
  readonly quick?: boolean;
  /** Another seed takes another sample of what is tried by sample. Default: "facsimile". */
  readonly seed?: string;
}

/** Which of how many parts, from 1. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

/** Those of a list that belong to a part. */
export function inPart<Item>(list: readonly Item[], part: Part | undefined): readonly Item[] {
  return part === undefined ? list : list.filter((_, index) => index % part.of === part.number - 1);
}

/** Whether a part or a sample is tried of what belongs to the operations that are meant. */
export function isSample({ casesPerOperation, part, quick }: Extents): boolean {
  return casesPerOperation !== undefined || part !== undefined || quick === true;
}

/** Says of each thing that a schema asks for whether it is tried at an operation: once in full in the whole document, elsewhere by sample. */
export interface Bound {
  /** @param keys - everything that one operation could try, each by a key that is the same at every operation that has the schema */
  choose(operation: Operation, keys: readonly string[]): ReadonlySet<string>;
}

const mostOfDocument = 10_000;
const leastOfOperation = 40;
const quickly = { operations: 12, casesPerOperation: 5 } as const;

/** Throws where an operation is named that the document does not have. */
export function triedOperations(
  { operations }: Api,
  { operations: ids, part, quick, seed = anySeed }: Extents,
): readonly Operation[] {
  const unknown = ids?.find((id) => !operations.some((operation) => operation.id === id));
  if (unknown !== undefined) throw new Error(`The document has no operation ${unknown}.`);
  const wanted = inPart(
    operations.filter(({ id }) => ids === undefined || ids.includes(id)),
    part,
  );
  if (quick !== true || ids !== undefined) return wanted;
  const sample = sampleOf(
    wanted.map(({ id }) => id),
    quickly.operations,
    seed,
  );
  return wanted.filter(({ id }) => sample.includes(id));
}

/** The component schemas that are looked at for themselves: all, or those of a part, where all of its operations are tried. */
export function triedComponents(
  { operations: all, schemaNames }: Api,
  { part }: Extents,
  tried: readonly Operation[],
): readonly string[] {
  return tried.length === inPart(all, part).length ? inPart(schemaNames, part) : [];
}

const anySeed = "facsimile";

export function boundOf({ quick, seed = anySeed }: Extents, operations: number): Bound {
  const usual = Math.max(leastOfOperation, Math.floor(mostOfDocument / Math.max(1, operations)));
  const most = quick === true ? quickly.casesPerOperation : usual;
  const tried = new Set<string>();
  return {
    choose({ id }, keys) {
      const all = [...new Set(keys)];
      const fresh = all.filter((key) => !tried.has(key));
      const known = all.filter((key) => tried.has(key));
      for (const key of fresh) tried.add(key);
      return new Set([
        ...(quick === true ? sampleOf(fresh, most, `${seed} ${id}`) : fresh),
        ...sampleOf(known, most, `${seed} ${id}`),
      ]);
    },
  };
}

/** As many as are tried of a document at most; of one with more, each operation has an equal share. */
const mostCases = 8000;

/**
 * The cases that are tried. Of a document with very many, an operation keeps the calls of its documented answers first, and others by sample; those that are
 * not tried are holes that say so.
 */
export function withinBound(
  { cases, holes, elsewhere }: Matrix,
  { casesPerOperation, seed = anySeed }: Extents,
  operations: number,
): Matrix {
  const most =
    casesPerOperation ?? (cases.length <= mostCases ? Infinity : Math.max(1, Math.floor(mostCases / operations)));
  const kept = new Set<Case>();
  for (const own of byOperation(cases).values()) {
    const calls = own.filter(({ kind }) => kind !== "wire").slice(0, most);
    const names = sampleOf(
      own.filter(({ kind }) => kind === "wire").map(({ name }) => name),
      most - calls.length,
      seed,
    );
    const chosen = new Set(names);
    for (const one of own) if (calls.includes(one) || chosen.has(one.name)) kept.add(one);
  }
  const covered = new Set([...kept].flatMap(({ covers }) => covers));
  const left = cases
    .filter((one) => !kept.has(one))
    .flatMap(({ covers }) => covers.filter((goal) => !covered.has(goal)));
  const hole: Hole = {
    kind: "hole",
    covers: [...new Set(left)],
    reason: "The document is tried by sample, and this was not taken.",
  };
  return {
    cases: cases.filter((one) => kept.has(one)),
    holes: left.length === 0 ? holes : [...holes, hole],
    elsewhere,
  };
}

function byOperation(cases: readonly Case[]): ReadonlyMap<string, readonly Case[]> {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const { id } = one.request.operation;
    const group = groups.get(id) ?? [];
    group.push(one);
    groups.set(id, group);
  }
  return groups;
}

export function sampleOf(keys: readonly string[], count: number, seed: string): readonly string[] {
  if (keys.length <= count) return keys;
  if (count <= 0) return [];
  const ranked = keys.map((key) => [createHash("sha256").update(`${seed} ${key}`).digest("hex"), key] as const);
  return ranked
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .slice(0, count)
    .map(([, key]) => key);
}
