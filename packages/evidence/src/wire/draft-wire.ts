import type { Evidence } from "../facts/fact.js";
import { FactIndex } from "../facts/fact-index.js";
import { placeParameters } from "../facts/parameter-place.js";
import { families } from "../families/families.js";
import { bareName, squashed } from "../families/spelling.js";
import type { SourceName } from "./source-name.js";

/** A `wire.json` that was written for a person to finish. */
export interface WireDraft {
  readonly text: string;
  /** How many names something states. */
  readonly found: number;
  /** How many are left open: their value is null. */
  readonly open: number;
}

interface ParameterEntry {
  readonly wire: string | null;
  readonly in?: string;
  /** Where it is stated: a page or a file of the source, and the line. */
  readonly from?: string;
}

/**
 * Writes a first `wire.json` for the names that pages show in the SDK's spelling alone: what a path, a sample or the SDK's source states, each with
 * its place, and null for the rest. A source that gives two names for one leaves it open.
 */
export function draftWire(evidence: Evidence, sources: readonly SourceName[]): WireDraft {
  const facts = new FactIndex(evidence.facts);
  const finder = new NameFinder(sources);
  const operations = facts.namesBelow("operation").flatMap((operation) => {
    const entries = parameterEntries(evidence, facts, operation, finder);
    return entries.length === 0 ? [] : [[operation, { parameters: Object.fromEntries(entries) }] as const];
  });
  const models = facts.namesBelow("model").flatMap((model) => {
    const entries = propertyEntries(facts, model, finder);
    if (entries.length === 0) return [];
    const names = entries.map(({ name, wire }) => [name, wire] as const);
    const places = entries.flatMap(({ name, from }) => (from === undefined ? [] : [[name, from] as const]));
    return [[model, { properties: Object.fromEntries(names), from: Object.fromEntries(places) }] as const];
  });
  const wires = [
    ...operations.flatMap(([, { parameters }]) => Object.values(parameters).map(({ wire }) => wire)),
    ...models.flatMap(([, { properties }]) => Object.values(properties)),
  ];
  const wire = {
    provider: evidence.provider,
    operations: Object.fromEntries(operations),
    models: Object.fromEntries(models),
  };
  const open = wires.filter((name) => name === null).length;
  return { text: `${JSON.stringify(wire, null, 1)}\n`, found: wires.length - open, open };
}

function parameterEntries(
  evidence: Evidence,
  facts: FactIndex,
  operation: string,
  finder: NameFinder,
): readonly (readonly [string, ParameterEntry])[] {
  const name = String(facts.value("operation", operation) ?? operation);
  return placeParameters(facts, families[evidence.family].spell, operation).flatMap(
    (placed): readonly (readonly [string, ParameterEntry])[] => {
      const { documented, place } = placed;
      if (place === "body") return [];
      const known = facts.value("wire", "operation", operation, "parameter", documented, "name");
      const source = finder.find("parameter", name, documented);
      if (known !== undefined) return [];
      if (source !== undefined) {
        const sent = source.in === undefined ? {} : { in: source.in };
        return [[documented, { wire: source.wire, ...sent, from: `${source.file}:${source.line}` }] as const];
      }
      if (placed.name === undefined) return [[documented, { wire: null }] as const];
      const fact =
        place === "path"
          ? facts.fact("operation", operation, "path")
          : facts.fact("operation", operation, "example", "value", documented);
      const from = fact === undefined ? {} : { from: `${fact.page}:${fact.line}` };
      return [[documented, { wire: placed.name, ...(placed.isStated ? { in: place } : {}), ...from }] as const];
    },
  );
}

interface PropertyEntry {
  readonly name: string;
  readonly wire: string | null;
  readonly from?: string;
}

function propertyEntries(facts: FactIndex, model: string, finder: NameFinder): readonly PropertyEntry[] {
  return facts.namesBelow("model", model, "property").flatMap((name): readonly PropertyEntry[] => {
    if (facts.value("model", model, "property", name, "spelling") === undefined) return [];
    const source = finder.find("property", model, name);
    return source === undefined
      ? [{ name, wire: null }]
      : [{ name, wire: source.wire, from: `${source.file}:${source.line}` }];
  });
}

/** The names of a source, by the model or the operation and the SDK's name. */
class NameFinder {
  readonly #names = new Map<string, SourceName[]>();

  constructor(sources: readonly SourceName[]) {
    for (const source of sources) {
      const key = keyOf(source.kind, source.owner, source.name);
      this.#names.set(key, [...(this.#names.get(key) ?? []), source]);
    }
  }

  /** Undefined where the source has no such name, or several for it. */
  find(kind: SourceName["kind"], owner: string, name: string): SourceName | undefined {
    const found = this.#names.get(keyOf(kind, owner, name)) ?? [];
    const [first] = found;
    return found.every(({ wire }) => wire === first?.wire)
      ? (found.find((each) => each.in !== undefined) ?? first)
      : undefined;
  }
}

function keyOf(kind: string, owner: string, name: string): string {
  return `${kind} ${squashed(owner)} ${squashed(bareName(name))}`;
}
