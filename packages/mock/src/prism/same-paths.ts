import type { IHttpRequest } from "@stoplight/prism-http";
import type { PrismModules } from "./modules.js";
import type { ReadOperations } from "./operations.js";
import type { PartPlace } from "./part-of.js";
import type { PrismOperation } from "./prism-operation.js";

/** Of what a request is held against. */
interface Holding {
  readonly prism: PrismModules;
  readonly operations: ReadOperations;
  /** Runs something within the time of the answer. */
  limited<Result>(run: () => Result): Result;
}

/**
 * The operation of a request, of several whose paths are the same but for names the one that has the path parameters fit: `/journals/{id}` and
 * `/journals/{number}` are told apart by what stands in their place. One that takes any text is asked last. Prism takes any of them.
 */
export async function readFitting(holding: Holding, routed: PartPlace, input: IHttpRequest): Promise<PrismOperation> {
  const { operations } = holding;
  const alike = operations.outline.filter(
    (one) => one.method === routed.method && shape(one.path) === shape(routed.path),
  );
  if (alike.length < 2) return operations.read(routed);
  const read = await Promise.allSettled(alike.map((place) => operations.read(place)));
  const readable = read.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const particular = readable.toSorted((left, right) => freeOf(left) - freeOf(right));
  return particular.find((operation) => fits(holding, operation, input)) ?? operations.read(routed);
}

/** How many path parameters take any text. */
function freeOf({ request }: PrismOperation): number {
  const free = (request?.path ?? []).filter(({ schema = {} }) =>
    Object.entries(schema).every(([keyword, value]) =>
      keyword === "type" ? value === "string" : !narrowing.has(keyword),
    ),
  );
  return free.length;
}

const narrowing: ReadonlySet<string> = new Set(["format", "pattern", "enum", "const", "allOf", "anyOf", "oneOf"]);

function shape(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}");
}

function fits({ prism, limited }: Holding, resource: PrismOperation, element: IHttpRequest): boolean {
  const held = limited(() => prism.validateInput({ resource, element }));
  return held._tag === "Right" || !held.left.some(({ path }) => path?.[0] === "path");
}
