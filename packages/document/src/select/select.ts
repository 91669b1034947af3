import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Document } from "../load/document.js";
import type { Api } from "../model/api.js";
import type { BuildResult } from "../model/build.js";
import { apiOf } from "./api-of.js";
import { Findings } from "./findings.js";
import { partOf } from "./part.js";
import { type Selectable, selectablesOf } from "./selectable.js";

/** Which operations of a document are wanted, by selectors: `tag:Users`, `path:/users/**`, `operation:list*`, `deprecated`. */
export interface Selection {
  /** Those that one of these selects. Default: all. */
  readonly only?: readonly string[];
  /** But for those that one of these selects. Default: none. */
  readonly without?: readonly string[];
}

/** A part of a document, and what was built of it. */
export interface Selected extends BuildResult {
  readonly document: Document;
}

/**
 * Leaves the operations out that are not wanted, and the schemas that only they lead to. Everything else has the name that it has in the whole. What was found in what is
 * left out is not told.
 */
export function selectOperations(document: Document, built: BuildResult, selection: Selection): Selected {
  const { only = [], without = [] } = selection;
  const { api } = built;
  if (api === undefined || only.length + without.length === 0) return { document, ...built };
  const findings = new Findings(document);
  const [wanted, unwanted] = [findings.read(only), findings.read(without)];
  const operations = selectablesOf(api);
  findings.tellUnmatched([...wanted, ...unwanted], operations);
  const isWanted = (operation: Selectable): boolean =>
    (wanted.length === 0 || wanted.some(({ selects }) => selects(operation))) &&
    !unwanted.some(({ selects }) => selects(operation));
  const kept = new Set(operations.filter(isWanted).map(({ pointer }) => pointer));
  if (kept.size === 0) findings.tellNothingLeft();
  if (findings.failed) return { document, api: undefined, diagnostics: [...built.diagnostics, ...findings.all] };
  const left = operations.map(({ pointer }) => pointer).filter((pointer) => !kept.has(pointer));
  return withOnly(document, { ...built, api }, { kept, left }, findings);
}

/** @param operations - JSON pointers of those that are kept, and of those that are left out */
function withOnly(
  document: Document,
  { api, diagnostics }: BuildResult & { readonly api: Api },
  operations: { readonly kept: ReadonlySet<string>; readonly left: readonly string[] },
  findings: Findings,
): Selected {
  const { kept, left } = operations;
  const part = partOf(document.json, left, [...kept]);
  const isTold = toldOf(document, part.removed);
  const without = { ...document, json: part.json, omissions: document.omissions.filter(isTold) };
  return {
    document: without,
    api: { ...apiOf(api, document.json, part.json, kept), omissions: api.omissions.filter(isTold) },
    diagnostics: [...diagnostics.filter(isTold), ...findings.all],
  };
}

/** Whether something is told: it does not stand in what is left out. */
function toldOf(
  document: Document,
  removed: readonly string[],
): (found: Pick<Diagnostic, "file" | "pointer">) => boolean {
  const places = new Set(removed.map((pointer) => placeOf(document.locate(pointer))));
  return ({ file, pointer = "" }) => {
    // Each place around it, from the inside out.
    for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/")))
      if (places.has(placeOf({ file, pointer: around }))) return false;
    return true;
  };
}

function placeOf({ file, pointer }: Pick<Diagnostic, "file" | "pointer">): string {
  return `${file}#${pointer}`;
}
