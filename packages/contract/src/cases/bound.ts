import { createHash } from "node:crypto";
import type { Api, Operation } from "@facsimile/document";

/** How much of a document is tried. */
export interface Extents {
  /** The ids of the operations that are tried. Default: all. */
  readonly operations?: readonly string[];
  /**
   * How often a schema that was tried in full at another operation is tried again at one operation. Default: 40, and more where the document has few
   * operations.
   */
  readonly casesPerOperation?: number;
  /** A few operations, each with few cases, to see within seconds whether anything is wrong at all. Default: false. */
  readonly quick?: boolean;
  /** Another seed takes another sample of what is tried by sample. Default: "facsimile". */
  readonly seed?: string;
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
  { operations: ids, quick, seed = anySeed }: Extents,
): readonly Operation[] {
  const unknown = ids?.find((id) => !operations.some((operation) => operation.id === id));
  if (unknown !== undefined) throw new Error(`The document has no operation ${unknown}.`);
  const wanted = operations.filter(({ id }) => ids === undefined || ids.includes(id));
  if (quick !== true || ids !== undefined) return wanted;
  const sample = sampleOf(
    wanted.map(({ id }) => id),
    quickly.operations,
    seed,
  );
  return wanted.filter(({ id }) => sample.includes(id));
}

const anySeed = "facsimile";

export function boundOf({ casesPerOperation, quick, seed = anySeed }: Extents, operations: number): Bound {
  const usual = Math.max(leastOfOperation, Math.floor(mostOfDocument / Math.max(1, operations)));
  const most = casesPerOperation ?? (quick === true ? quickly.casesPerOperation : usual);
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

function sampleOf(keys: readonly string[], count: number, seed: string): readonly string[] {
  if (keys.length <= count) return keys;
  const ranked = keys.map((key) => [createHash("sha256").update(`${seed} ${key}`).digest("hex"), key] as const);
  return ranked
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .slice(0, count)
    .map(([, key]) => key);
}
