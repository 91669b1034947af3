import { inPart, sampleOf } from "../cases/bound.js";
import type { TypeCheck } from "../oracles/types/claim.js";
import { typeChecks } from "../oracles/types/types-oracle.js";
import type { Contract } from "./contract.js";

/** As many as the compiler looks at within a minute, in the memory that it has. */
const most = { operations: 250, components: 300 } as const;

/** The checks of a contract's types: of a very large document a sample, and one more that says what was not tried. */
export function* contractTypes({ api, document, operations, part }: Contract): Generator<TypeCheck, void> {
  const ids = new Set(
    sampleOf(
      operations.map(({ id }) => id),
      most.operations,
      "types",
    ),
  );
  const all = part !== undefined || operations.length === api.operations.length ? api.schemaTypes : [];
  const names = inPart(all, part).map(({ component }) => component);
  const components = sampleOf(names, most.components, "types");
  const chosen = operations.filter(({ id }) => ids.has(id));
  yield* typeChecks(document, api, { operations: chosen, components });
  const holes = [
    ...untried("operations", operations.length, chosen.length),
    ...untried("component schemas", names.length, components.length),
  ];
  if (holes.length > 0) yield { name: "types that were not tried", claims: [], holes };
}

function untried(what: string, all: number, tried: number): readonly string[] {
  return all === tried ? [] : [`types: of ${all} ${what} ${tried} were tried, by sample`];
}
