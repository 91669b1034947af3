import { resolve } from "node:path";
import {
  type Diagnostic,
  type Document,
  documentName,
  formatDiagnostics,
  type GivenDocument,
  type LoadResult,
  type Location,
  loadDocument,
} from "@facsimile/document";
import type { Change } from "./change/change.js";
import { type ClassSettings, reclassify } from "./change/settings.js";
import { InputError } from "./input-error.js";
import { type DocumentFile, openSource, type Source } from "./sources/source.js";
import { asChanges } from "./types/as-changes.js";
import { compareTypes } from "./types/compare-types.js";
import { compareWire } from "./wire/compare.js";

export interface DiffOptions {
  /** Relative paths are resolved against this folder. */
  readonly cwd: string;
  /** Other classes for rules, by `<rule>/<direction>`. */
  readonly classes?: ClassSettings;
  /** Whether the compiler is asked as well what callers see of the generated packages. Default: no. */
  readonly types?: boolean;
  /** Overlays that are applied to both editions first; relative to `cwd`. Default: none. */
  readonly overlays?: readonly string[];
  /** Those of the old edition, where it has others. Default: {@link overlays}. */
  readonly oldOverlays?: readonly string[];
  /** The day on which the new edition counts. Default: today. */
  readonly today?: Date;
}

/** The changes between two editions of one document. */
export interface Diff {
  /** What the document is called in its folder. */
  readonly name: string;
  /** As they were given. */
  readonly old: string;
  readonly new: string;
  /** The worst first, in the order of the document. */
  readonly changes: readonly Change[];
  /** The lines of every file that a change stands in, by the name that the change gives it. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Compares two sources, document by document: files, folders with documents of the same names, `git:<revision>:<path>` and
 * `npm:<package>@<version>`, or what is in no file.
 *
 * @throws InputError where a side cannot be read, or has a document that is none.
 */
export async function diff(
  old: string | GivenDocument,
  next: string | GivenDocument,
  options: DiffOptions,
): Promise<readonly Diff[]> {
  const sources: Source[] = [];
  try {
    for (const label of [old, next]) sources.push(await openSource(label, options.cwd));
    const [was, is] = sources;
    return was === undefined || is === undefined ? [] : await diffSources(was, is, options);
  } finally {
    for (const source of sources) await source.close();
  }
}

async function diffSources(was: Source, is: Source, options: DiffOptions): Promise<readonly Diff[]> {
  const diffs: Diff[] = [];
  for (const [one, other] of pairsOf(was, is)) diffs.push(await diffDocuments(was, one, is, other, options));
  return diffs;
}

/** Two single documents belong together whatever they are called. */
function pairsOf(was: Source, is: Source): readonly (readonly [DocumentFile, DocumentFile])[] {
  const [one, ...ones] = was.documents;
  const [other, ...others] = is.documents;
  if (one !== undefined && other !== undefined && ones.length + others.length === 0) return [[one, other]];
  const pairs = was.documents.flatMap((document) => {
    const same = is.documents.find(({ name }) => name === document.name);
    return same === undefined ? [] : [[document, same] as const];
  });
  const alone = (own: Source, opposite: Source): void => {
    const lost = own.documents.filter(({ name }) => !opposite.documents.some((each) => each.name === name));
    const names = lost.map(({ name }) => name).join(", ");
    if (names !== "")
      throw new InputError(`${opposite.label}: has no document called ${names}, which ${own.label} has`);
  };
  alone(was, is);
  return pairs;
}

async function diffDocuments(
  was: Source,
  one: DocumentFile,
  is: Source,
  other: DocumentFile,
  options: DiffOptions,
): Promise<Diff> {
  const [old, next] = [
    await load(was, one, { ...options, overlays: options.oldOverlays ?? options.overlays ?? [] }),
    await load(is, other, options),
  ];
  const wire = compareWire(old.document, next.document, options);
  const found = options.types === true ? [...wire, ...(await typeChanges(old.document, next.document))] : wire;
  const changes = reclassify(found, options.classes ?? new Map()).map((change) => ({
    ...change,
    old: change.old && shown(change.old, was),
    new: change.new && shown(change.new, is),
  }));
  const texts = [...textsOf(old.result, was), ...textsOf(next.result, is)];
  return {
    name: other.name,
    old: labelOf(was, one),
    new: labelOf(is, other),
    changes: inOrder(changes),
    sources: new Map(texts),
  };
}

/** The compiler is loaded where it is asked. */
async function typeChanges(old: Document, next: Document): Promise<readonly Change[]> {
  const { findings } = await compareTypes(old, next);
  return asChanges(findings);
}

interface Loaded {
  readonly document: Document;
  readonly result: LoadResult;
}

async function load(source: Source, file: DocumentFile, { cwd, overlays = [] }: DiffOptions): Promise<Loaded> {
  const result = await loadDocument(file.path, { overlays: overlays.map((overlay) => resolve(cwd, overlay)) });
  if (result.document !== undefined) return { document: result.document, result };
  const errors = result.diagnostics
    .filter(({ severity }) => severity === "error")
    .map((each) => shownDiagnostic(each, source));
  const texts = new Map(textsOf(result, source));
  throw new InputError(formatDiagnostics(errors, { sources: texts }).trimEnd());
}

function shownDiagnostic(diagnostic: Diagnostic, source: Source): Diagnostic {
  return diagnostic.file === undefined ? diagnostic : { ...diagnostic, file: nameOfFile(diagnostic.file, source) };
}

function textsOf({ sources }: LoadResult, source: Source): readonly (readonly [string, string])[] {
  return [...sources].map(([file, text]) => [nameOfFile(file, source), text] as const);
}

function shown(location: Location, source: Source): Location {
  return { ...location, file: nameOfFile(location.file, source) };
}

/** A file of a revision or of a package goes by the name that it has there. */
function nameOfFile(file: string, { label, folder }: Source): string {
  const inside = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
  const revision = /^git:[^:]+:/.exec(label)?.[0];
  if (revision !== undefined) return `${revision}${inside}`;
  return label.startsWith("npm:") ? `${label}/${inside.replace(/^node_modules\/(?:@[^/]+\/)?[^/]+\//, "")}` : inside;
}

function labelOf(source: Source, { path }: DocumentFile): string {
  return nameOfFile(documentName(path), source);
}

const order: readonly Change["class"][] = ["breaking", "unknown", "warning", "safe"];

function inOrder(changes: readonly Change[]): readonly Change[] {
  const rank = (change: Change): number =>
    (change.area === "metadata" ? order.length : 0) + order.indexOf(change.class);
  return changes
    .map((change, index) => ({ change, index }))
    .sort((one, other) => rank(one.change) - rank(other.change) || one.index - other.index)
    .map(({ change }) => change);
}
