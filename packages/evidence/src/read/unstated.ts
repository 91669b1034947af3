import type { Fact, FamilyName } from "../facts/fact.js";
import { factId } from "../facts/fact-id.js";
import { FactIndex } from "../facts/fact-index.js";
import { placeParameters } from "../facts/parameter-place.js";
import { families } from "../families/families.js";

/**
 * What the pages together leave open, as facts of their own: how the schemes of an operation go together, and the names that the pages
 * show in the SDK's spelling alone. A statement, `wire.json`, a sample or the path closes each.
 */
export function unstatedFacts(family: FamilyName, facts: readonly Fact[]): readonly Fact[] {
  const index = new FactIndex(facts);
  return [...relations(index), ...parameterSpellings(index, family), ...propertySpellings(index, family)];
}

/** `[a](..), [b](..)` says neither that both are needed nor that one is enough. */
function relations(facts: FactIndex): readonly Fact[] {
  if (facts.value("security") !== undefined) return [];
  return facts.namesBelow("operation").flatMap((operation) => {
    const stated = facts.fact("operation", operation, "security");
    if (stated === undefined || !Array.isArray(stated.value) || stated.value.length < 2) return [];
    if (facts.value("operation", operation, "example", "credentials") !== undefined) return [];
    return [{ ...stated, id: factId("operation", operation, "security", "relation"), value: "unstated" }];
  });
}

function parameterSpellings(facts: FactIndex, family: FamilyName): readonly Fact[] {
  const { spell } = families[family];
  return facts.namesBelow("operation").flatMap((operation) =>
    placeParameters(facts, spell, operation).flatMap(({ documented, place, name }) => {
      if (place === "body" || name !== undefined) return [];
      return spelling(facts, ["operation", operation, "parameter", documented]);
    }),
  );
}

function propertySpellings(facts: FactIndex, family: FamilyName): readonly Fact[] {
  const models = facts.namesBelow("model");
  const all = models.flatMap((model) => facts.namesBelow("model", model, "property"));
  if (keepsNames(family, all)) return [];
  return models.flatMap((model) =>
    facts.namesBelow("model", model, "property").flatMap((property) => {
      if (facts.value("wire", "model", model, "property", property, "name") !== undefined) return [];
      return spelling(facts, ["model", model, "property", property]);
    }),
  );
}

function spelling(facts: FactIndex, names: readonly string[]): readonly Fact[] {
  const [first] = facts.namesBelow(...names);
  const stated = first === undefined ? undefined : facts.fact(...names, first);
  const name = names.at(-1);
  return stated === undefined || name === undefined
    ? []
    : [{ ...stated, id: factId(...names, "spelling"), value: name }];
}

/** Some SDKs in TypeScript keep the names of properties, which shows where one of them is not in the language's own spelling. */
function keepsNames(family: FamilyName, names: readonly string[]): boolean {
  return family === "typescript" && names.some((name) => /[a-z\d][_-][a-z\d]/i.test(name));
}
