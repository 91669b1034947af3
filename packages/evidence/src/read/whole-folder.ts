import type { Fact } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";
import { type KnownPage, modelPages } from "./known-page.js";
import type { OperationKeys } from "./operation-keys.js";
import type { Problem } from "./problem.js";
import type { Reading } from "./reading.js";

/** An entry of wire.json about an operation whose name several pages have. */
export function ambiguousWire(keys: OperationKeys, facts: readonly Fact[]): readonly Problem[] {
  const shared = new Set([...keys.values()].flatMap((names) => [...names.keys()]));
  const said = facts.filter(({ id }) => {
    const [wire, operation, name = ""] = factNames(id);
    return wire === "wire" && operation === "operation" && shared.has(name);
  });
  return said.map(({ id, page, line }) => {
    const [, , name = ""] = factNames(id);
    const fix = `Write the name of its page before it: "BooksApi.${name}"`;
    return { file: page, line, message: `several pages have an operation "${name}"`, fix };
  });
}

/** Models that several pages describe. */
export function sameModels(pages: readonly KnownPage[]): readonly Problem[] {
  const files = new Map<string, string>();
  return modelPages(pages).flatMap(({ model, file }) => {
    const other = files.get(model);
    files.set(model, file);
    if (other === undefined) return [];
    return [
      {
        file,
        line: 1,
        message: `the model "${model}" has a page already: ${other}`,
        fix: "Keep the page that is right",
      },
    ];
  });
}

/** Models that a page names and none describes. */
export function missingModels(pages: readonly KnownPage[], readings: readonly Reading[]): readonly Problem[] {
  const known = new Set(modelPages(pages).map(({ model }) => model));
  const missing = readings.flatMap(({ mentions }) => mentions.filter(({ model }) => !known.has(model)));
  return missing.map(({ model, page, line }) => {
    return {
      file: page,
      line,
      message: `the model "${model}" is named here and has no page`,
      fix: `Get the page of ${model}`,
    };
  });
}
