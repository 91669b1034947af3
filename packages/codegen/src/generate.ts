import { relative, resolve } from "node:path";
import type { Document, DocumentSettings, GivenDocument, Selected, Selection } from "@facsimile/document";
import { createDiagnostic, type Diagnostic, type DiagnosticCode } from "@facsimile/document/diagnostics";
import { type AcceptedDiagnostic, withoutAccepted } from "./accepted.js";
import { credentialsAmong } from "./default-headers.js";
import type { RawTypes } from "./emit/raw/index.js";
import type { GeneratedPackage, GenerateOptions } from "./generate-options.js";
import { internalDiagnostic } from "./internal.js";
import { documentFile } from "./plan/mark.js";
import type { PlannedFile } from "./plan/plan.js";
import type { Inputs, Surroundings } from "./plan/surroundings.js";
import { fillPattern, providerName, toPackageName } from "./provider.js";
import { updateFolder } from "./update-folder.js";
import { readCache, writeCache } from "./write/cache.js";
import { recoverFolder, refuseUnfinished } from "./write/in-turn.js";
import { ObstacleError } from "./write/obstacle.js";
import { readSurroundings } from "./write/surroundings.js";

/**
 * Generates a package for each document. An error in one document, or in the way of one package, leaves that package as it is, and the others
 * are generated.
 */
export async function generate(options: GenerateOptions): Promise<readonly GeneratedPackage[]> {
  const packages: GeneratedPackage[] = [];
  for (const spec of options.specs) packages.push(await generatePackage(spec, options));
  return packages;
}

/** A package that is to be generated. */
interface Task {
  /** What diagnostics call the document: as the caller gave it. */
  readonly spec: string;
  /** What is read. */
  readonly source: string | GivenDocument;
  /** Its absolute path; undefined where it is in no file. */
  readonly document: string | undefined;
  readonly folder: string;
  /** The npm name; undefined where it is that of the package that is there, else the provider's. */
  readonly name: string | undefined;
  readonly provider: string;
  readonly raw: boolean;
  readonly schemas: boolean;
  readonly carryDocument: boolean;
  readonly check: boolean;
  readonly strict: boolean;
  /** Absolute. */
  readonly allow: readonly string[];
  /** As the caller gave them, or absolute. */
  readonly overlays: readonly string[];
  readonly selection: Selection;
  readonly settings: DocumentSettings;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly accepted: readonly AcceptedDiagnostic[];
}

async function generatePackage(given: string | GivenDocument, options: GenerateOptions): Promise<GeneratedPackage> {
  const { out = "*", name, raw = false, schemas = false, carryDocument = false, check = false } = options;
  const { strict = false, allow = [], overlays = [], selection = {}, accepted = [], cwd = process.cwd() } = options;
  const isFile = typeof given === "string";
  const document = isFile ? resolve(cwd, given) : undefined;
  const spec = isFile ? given : given.name;
  const provider = toPackageName(providerName(document ?? spec));
  const folder = resolve(cwd, fillPattern(out, provider));
  const named = name === undefined ? undefined : fillPattern(name, provider);
  const shown = document === undefined || cwd === process.cwd() ? spec : document;
  const task = {
    spec: shown,
    source: isFile ? shown : given,
    document,
    folder,
    name: named,
    provider,
    raw,
    schemas,
    carryDocument,
    check,
    strict,
    allow: allow.map((path) => resolve(cwd, path)),
    overlays: cwd === process.cwd() ? overlays : overlays.map((path) => resolve(cwd, path)),
    selection,
    settings: settingsOf(options),
    headers: options.defaultHeaders,
    accepted,
  };
  const common = { spec, folder: relative(cwd, folder) || "." };
  try {
    return { ...common, ...(await update(task)) };
  } catch (error) {
    const diagnostics = [
      error instanceof ObstacleError
        ? atOutput(error.code, error.path, error.message, error.fix)
        : internalDiagnostic(spec, error),
    ];
    const nothing = { changes: [], diagnostics, sources: new Map(), inputs: filesOf(document) };
    return { ...common, name: named ?? provider, outcome: "failed", ...nothing };
  }
}

/** @throws ObstacleError when something keeps the package from being read or written */
async function update(task: Task): Promise<Omit<GeneratedPackage, "spec" | "folder">> {
  const { spec, document, folder, name, provider, raw, schemas, carryDocument, check, allow, accepted } = task;
  await (check ? refuseUnfinished(folder) : recoverFolder(folder));
  const surroundings = await readSurroundings(folder, inputsOf(task), (existing) => name ?? existing ?? provider);
  const circumstances = { surroundings, spec, allow, raw, schemas, carryDocument, accepted };
  const known = document === undefined ? undefined : await readCache(folder, document, circumstances);
  const refused = task.strict && known !== undefined && known.diagnostics.length > 0;
  if (known === undefined || refused) return { name: surroundings.name, ...(await run(task, surroundings)) };
  return { name: surroundings.name, outcome: "unchanged", changes: [], sources: new Map(), ...known };
}

function settingsOf({ clientName, server }: DocumentSettings): DocumentSettings {
  return { ...(clientName !== undefined && { clientName }), ...(server !== undefined && { server }) };
}

function inputsOf({ document, carryDocument, folder, overlays, selection, settings, headers }: Task): Inputs {
  // A document that is in no file is held as the package carries it, with its overlays applied.
  if (document === undefined)
    return {
      document: carryDocument ? resolve(folder, documentFile) : undefined,
      overlays: [],
      selection,
      settings,
      headers,
    };
  return { document, overlays: overlays.map((overlay) => resolve(overlay)), selection, settings, headers };
}

function filesOf(document: string | undefined): readonly string[] {
  return document === undefined ? [] : [document];
}

type Outcome = Omit<GeneratedPackage, "spec" | "folder" | "name">;

async function run(task: Task, surroundings: Surroundings): Promise<Outcome> {
  const { spec, source, document, folder, raw, schemas, carryDocument, check, strict, allow, overlays, selection } =
    task;
  // Loaded only when there is something to do.
  const { buildModel, loadDocument, selectOperations } = await import("@facsimile/document");
  const loaded = await loadDocument(source, { allowFiles: allow, overlays, ...task.settings });
  const modelOf = (whole: Document): Selected => {
    const { api, diagnostics } = buildModel(whole);
    return selectOperations(whole, { api, diagnostics: [...loaded.diagnostics, ...diagnostics] }, selection);
  };
  const fromFiles = [...loaded.sources].filter(([file]) => document !== undefined || file !== spec);
  const texts = new Map(fromFiles.map(([file, text]) => [resolve(file), text]));
  const model = loaded.document && modelOf(loaded.document);
  const asked = raw && model !== undefined ? await readRaw(model.document) : noRaw;
  const unchecked = schemas && model !== undefined ? await readUnchecked(model) : [];
  const credentials = model?.api === undefined ? [] : credentialsAmong(task.headers, model.api, spec);
  const found = [...(model?.diagnostics ?? loaded.diagnostics), ...asked.diagnostics, ...unchecked, ...credentials];
  const diagnostics = withoutAccepted(found, task.accepted, spec);
  const read = { diagnostics, sources: loaded.sources, inputs: [...new Set([...filesOf(document), ...texts.keys()])] };
  const failed = (strict && diagnostics.length > 0) || credentials.length > 0;
  if (loaded.document === undefined || model?.api === undefined || failed)
    return { ...read, outcome: "failed", changes: [] };
  const { emitPackage } = await import("./emit/index.js");
  const { api, document: part } = { api: model.api, document: model.document };
  const parts = { raw: asked.types, schemas, document: carryDocument, whole: loaded.document };
  const emit = (around: Surroundings): readonly PlannedFile[] => emitPackage(api, part, around, parts);
  const { files, changes, refused, ...before } = await updateFolder(
    { folder, inputs: inputsOf(task), check, emit },
    surroundings,
  );
  if (refused.length > 0) {
    const inTheWay = refused.map((path) => refusal(resolve(folder, path)));
    return { ...read, diagnostics: [...diagnostics, ...inTheWay], outcome: "failed", changes: [] };
  }
  if (check && changes.length > 0) return { ...read, outcome: "outdated", changes };
  const outputs = new Map(files.map(({ path, text }) => [path, text]));
  // The package's own package.json is among its surroundings, and has just been written.
  const name = (): string => surroundings.name;
  const after = changes.length === 0 ? before.surroundings : await readSurroundings(folder, inputsOf(task), name);
  // A file that is missing today may be there tomorrow, and its digest cannot be kept.
  if (loaded.missing.length === 0 && document !== undefined)
    await writeCache(
      folder,
      { surroundings: after, spec, allow, raw, schemas, carryDocument, accepted: task.accepted },
      { inputs: texts, outputs, diagnostics },
    );
  return { ...read, outcome: changes.length === 0 ? "unchanged" : "written", changes };
}

async function readUnchecked({ document, api }: Selected): Promise<readonly Diagnostic[]> {
  const { uncheckedPatterns } = await import("./unchecked-patterns.js");
  return uncheckedPatterns(document, api);
}

const noRaw = { types: undefined, diagnostics: [] } as const;

/** openapi-typescript and the compiler are loaded only for this. */
async function readRaw(
  document: Document,
): Promise<{ readonly types: RawTypes | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { readRawTypes } = await import("./emit/raw/index.js");
  try {
    return { types: readRawTypes(document), diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `openapi-typescript makes no types of the document: ${reason}. The package has no part raw.`;
    const { file, line, column, pointer } = document.locate("");
    const fix = "Generate without --raw, or tell its maintainers.";
    return {
      types: undefined,
      diagnostics: [createDiagnostic("raw-unavailable", { file, position: { line, column }, pointer }, message, fix)],
    };
  }
}

function refusal(path: string): Diagnostic {
  const fix = "Move or delete it, or generate into another folder.";
  return atOutput("output-not-generated", path, "A file that was not generated is in the way.", fix);
}

/** What is wrong with a file or folder of the package as a whole. */
function atOutput(code: DiagnosticCode, path: string, message: string, fix: string): Diagnostic {
  const place = { file: relative(process.cwd(), path), position: undefined, pointer: undefined };
  return createDiagnostic(code, place, message, fix);
}
