import { relative, resolve } from "node:path";
import { fillPattern, type GenerateOptions, isPackageName, providerName, toPackageName } from "@facsimile/codegen";
import { documentName } from "@facsimile/document";
import type { CommandIo } from "../command.js";
import { readTargets, type Target } from "../config/targets.js";
import { headerFault, nameGivenTwice } from "../default-headers.js";
import { documentOptions, first, packageOptions, readDocumentOptions } from "../document-options.js";
import { type Format, formatOf } from "../findings/format.js";
import { isGiven } from "../given/open-given.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

/** What is asked of `facsimile generate`. */
export interface Request {
  /** Those of each document. */
  readonly tasks: readonly GenerateOptions[];
  /** The path of the configuration. */
  readonly config: string | undefined;
  readonly strict: boolean;
  readonly watch: boolean;
  readonly format: Format;
  readonly all: boolean;
}

/** @throws UsageError for options that do not go together, or a configuration that is wrong */
export async function readRequest(args: readonly string[], io: CommandIo): Promise<Request> {
  const given = parseArguments(args, {
    out: "text",
    name: "text",
    allow: "text",
    ...documentOptions,
    ...packageOptions,
    "default-header": "text",
    raw: "flag",
    schemas: "flag",
    document: "flag",
    check: "flag",
    strict: "flag",
    all: "flag",
    watch: "flag",
    json: "flag",
    format: "text",
  });
  const { flag } = given;
  const format = formatOf(given);
  if (flag("watch") && (flag("check") || format !== "text"))
    throw new UsageError("--watch goes with neither --check nor another format than text");
  if (flag("watch") && given.positionals.some(isGiven))
    throw new UsageError("--watch looks at files, and goes with neither a URL nor standard input");
  const { targets, config } = await readTargets(given, io);
  const strict = flag("strict") || config?.strict === true;
  const tasks = targets.map((target) => taskOf(target, strict, given, io.cwd));
  checkPatterns(tasks, io.cwd);
  for (const spec of tasks.flatMap(({ specs, carryDocument }) => (carryDocument === true ? [] : specs)))
    sayUntested(spec, io);
  return { tasks, config: config?.file, strict, watch: flag("watch"), format, all: flag("all") };
}

/** What the command line says, and where it says nothing, the configuration. */
function taskOf(
  { document, source, entry }: Target,
  strict: boolean,
  given: ParsedArguments,
  cwd: string,
): GenerateOptions {
  const { text, texts, flag } = given;
  const { only, without, overlays: _, ...settings } = readDocumentOptions(given, cwd, entry);
  const out = text("out") ?? (entry?.out && (relative(cwd, entry.out) || "."));
  const name = text("name") ?? entry?.name;
  const ofEntry = (entry?.overlays ?? []).map((overlay) => relative(cwd, overlay));
  return {
    specs: [typeof source === "string" ? document : source],
    ...(out !== undefined && { out }),
    ...(name !== undefined && { name }),
    allow: first(texts("allow"), entry?.allow),
    overlays: first(texts("overlay"), ofEntry),
    selection: { only, without },
    ...settings,
    accepted: entry?.accepted ?? [],
    ...headersOf(given, entry?.defaultHeaders),
    raw: flag("raw") || entry?.raw === true,
    schemas: flag("schemas") || entry?.schemas === true,
    carryDocument: flag("document") || entry?.carry === true,
    check: flag("check"),
    strict,
    cwd,
  };
}

/** The test of a package reads its document. */
function sayUntested(spec: GenerateOptions["specs"][number], io: CommandIo): void {
  if (typeof spec !== "string")
    noticesOf(io, io.stderr).write(
      `${spec.name}: is in no file, so that its package has no contract test; with --document it carries what that reads\n`,
    );
}

/** @throws UsageError for what is no header, or one for a credential */
function headersOf(
  { lines }: ParsedArguments,
  ofEntry: GenerateOptions["defaultHeaders"],
): Pick<GenerateOptions, "defaultHeaders"> {
  const given = lines("default-header").map((line) => {
    const [, name = "", value = ""] = /^([^:]*):\s*(.*)$/s.exec(line) ?? [];
    const fault = headerFault(name, value);
    if (fault !== undefined) throw new UsageError(`--default-header: ${fault.message} ${fault.fix}`);
    return [name, value] as const;
  });
  const twice = nameGivenTwice(given.map(([name]) => name));
  if (twice !== undefined) throw new UsageError(`--default-header gives ${twice} twice`);
  const headers = given.length > 0 ? Object.fromEntries(given) : ofEntry;
  return headers === undefined ? {} : { defaultHeaders: headers };
}

/** Every document needs a folder of its own, and a name that npm takes. */
function checkPatterns(tasks: readonly GenerateOptions[], cwd: string): void {
  const folders = new Map<string, string>();
  for (const { specs, out = "*", name } of tasks) {
    const [source = ""] = specs;
    const spec = documentName(source);
    const provider = toPackageName(providerName(typeof source === "string" ? resolve(cwd, source) : spec));
    const folder = resolve(cwd, fillPattern(out, provider));
    const other = folders.get(folder);
    if (other !== undefined && !out.includes("*"))
      throw new UsageError("several documents need a * in --out, for the provider's name");
    if (other !== undefined) throw new UsageError(`${other} and ${spec} would be written to the same folder`);
    folders.set(folder, spec);
    const filled = name === undefined ? undefined : fillPattern(name, provider);
    if (filled !== undefined && !isPackageName(filled))
      throw new UsageError(`${JSON.stringify(filled)} is no name for an npm package`);
  }
}
