import { isObject, type Json } from "@facsimile/document";
import type { FoundInTypes } from "../bump/effect.js";
import type { PackageSources } from "../types/program/package-sources.js";
import { parseJson } from "./parse-json.js";
import type { Sides } from "./sides.js";

/**
 * What users of the old edition of a package see when they compile with the new one: the whole of it, whether the document, the generator or the runtime is
 * another one.
 */
export async function findInTypes(sides: Sides): Promise<readonly FoundInTypes[]> {
  const range = rangeChanged(sides);
  if (!isReadable(sides.old) || !isReadable(sides.new) || isSame(sides)) return range;
  // The compiler is loaded only where something may have changed.
  const { compareSources } = await import("../types/compare-sources.js");
  return [...(await compareSources(sides.old, sides.new)), ...range];
}

/** A package whose source is not committed has nothing to compare. */
export function isReadable({ files }: PackageSources): boolean {
  return files.some(({ path }) => path !== "package.json");
}

/** Whether the compiler has the same to read on both sides: of a package.json it reads the exports. */
function isSame({ old, new: next }: Sides): boolean {
  const read = ({ files }: PackageSources): string =>
    JSON.stringify(files.map(({ path, text }) => (path === "package.json" ? memberOf(text, "exports") : [path, text])));
  return old.runtime === next.runtime && read(old) === read(next);
}

function memberOf(manifest: string, name: string): Json | undefined {
  const value = parseJson(manifest);
  return isObject(value) ? value[name] : undefined;
}

function rangeChanged({ old, new: next }: Sides): readonly FoundInTypes[] {
  const [was, is] = [rangeOf(old), rangeOf(next)];
  if (was === is || is === undefined) return [];
  const message = `\`@facsimile/runtime\` is needed in \`${is}\` now, it was \`${was ?? "none"}\``;
  return [{ kind: "runtime-range-changed", class: "safe", message }];
}

function rangeOf({ files }: PackageSources): string | undefined {
  const dependencies = memberOf(files.find(({ path }) => path === "package.json")?.text ?? "", "dependencies");
  const range = isObject(dependencies) ? dependencies["@facsimile/runtime"] : undefined;
  return typeof range === "string" ? range : undefined;
}
