import { resolve } from "node:path";
import type { GivenDocument } from "@facsimile/document";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import { isColored } from "../color.js";
import type { CommandIo } from "../command.js";
import { fromHere, shownFromHere } from "../from-here.js";
import { isGiven, openGiven, standardInput } from "../given/open-given.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import type { Config, DocumentEntry } from "./config.js";
import { configFiles, findConfig } from "./find-config.js";
import { maskedLines } from "./masked-lines.js";
import { readConfig } from "./read-config.js";

/** A document that a command works on, and what is said of it. */
export interface Target {
  /** What diagnostics call it: the path as the person gave it, or as it is from the current folder, or a URL. */
  readonly document: string;
  /** Its absolute path, or what is in no file. */
  readonly source: string | GivenDocument;
  /** Undefined where no configuration has it. */
  readonly entry: DocumentEntry | undefined;
}

/** The documents that a command works on. */
export interface Targets {
  readonly targets: readonly Target[];
  readonly config: Config | undefined;
}

/**
 * The documents that the command line names, each as the configuration has it; without one, all that the configuration has.
 *
 * @throws UsageError where there are none, or the configuration is wrong
 */
export async function readTargets(given: ParsedArguments, io: CommandIo): Promise<Targets> {
  const config = await openConfig(given.text("config"), io);
  const named = namedIn(given, config, io);
  const integrity = integrityOf(given);
  if (integrity !== undefined && (named.length > 1 || !isGiven(named[0]?.text ?? "")))
    throw new UsageError("--integrity goes with one document that a URL or standard input gives");
  if (named.filter(({ text }) => text === standardInput).length > 1)
    throw new UsageError("standard input is one document, and is named twice");
  const targets: Target[] = [];
  for (const { text, entry } of named) targets.push(await openTarget(text, entry, integrity ?? entry?.integrity, io));
  return { config, targets };
}

/** A document as it is named, by a path, a URL or a dash. */
interface Named {
  readonly text: string;
  readonly entry: DocumentEntry | undefined;
}

function namedIn({ positionals }: ParsedArguments, config: Config | undefined, io: CommandIo): readonly Named[] {
  if (positionals.length > 0) return positionals.map((text) => ({ text, entry: entryOf(text, config, io) }));
  if (config === undefined)
    throw new UsageError(`no document is named, and there is no ${configFiles[0]} in this folder`);
  return config.documents.map((entry) => {
    const { document } = entry;
    return { text: isGiven(document) ? document : fromHere(document, io.cwd), entry };
  });
}

async function openTarget(
  text: string,
  entry: DocumentEntry | undefined,
  integrity: string | undefined,
  io: CommandIo,
): Promise<Target> {
  if (!isGiven(text)) return { document: text, source: resolve(io.cwd, text), entry };
  const source = await openGiven(text, integrity, io);
  return { document: source.name, source, entry };
}

/** Undefined where nothing has to be just so. @throws UsageError for what is no digest */
function integrityOf(given: ParsedArguments): string | undefined {
  return digestsOf(given).at(-1);
}

/** All that are given, in their order. @throws UsageError for what is no digest */
export function digestsOf(given: ParsedArguments): readonly string[] {
  const digests = given.texts("integrity");
  if (!digests.every((text) => /^sha256-[A-Za-z0-9+/]{43}=$/.test(text)))
    throw new UsageError("--integrity takes a digest: sha256- and 44 characters of base64");
  return digests;
}

/**
 * The configuration of the current folder, or the one that is named. What is wrong with it is written to standard error.
 *
 * @throws UsageError where something is
 */
export async function openConfig(named: string | undefined, io: CommandIo): Promise<Config | undefined> {
  const name = named ?? (await findConfig(io.cwd));
  if (name === undefined) return undefined;
  const path = resolve(io.cwd, name);
  const { config, diagnostics, sources } = await readConfig(path);
  if (config !== undefined) return config;
  const masked = new Map([...sources].map(([file, text]) => [file, maskedLines(text, diagnostics)]));
  const shown = shownFromHere({ diagnostics, sources: masked }, io.cwd);
  const color = isColored(io.stderr, io.env);
  io.stderr.write(`${formatDiagnostics(shown.diagnostics, { sources: shown.sources, color, all: true })}\n\n`);
  throw new UsageError(`${name} has to be mended first`);
}

function entryOf(text: string, config: Config | undefined, { cwd }: CommandIo): DocumentEntry | undefined {
  const path = isGiven(text) ? text : resolve(cwd, text);
  return config?.documents.find((entry) => entry.document === path);
}
