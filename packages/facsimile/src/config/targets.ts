import { relative, resolve } from "node:path";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import type { CommandIo } from "../command.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import type { Config, DocumentEntry } from "./config.js";
import { configFiles, findConfig } from "./find-config.js";
import { readConfig } from "./read-config.js";

/** A document that a command works on, and what is said of it. */
export interface Target {
  /** The path as the person gave it, or as it is from the current folder. */
  readonly document: string;
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
  const { positionals } = given;
  if (positionals.length > 0) return { config, targets: positionals.map((one) => targetOf(one, config, io)) };
  if (config === undefined)
    throw new UsageError(`no document is named, and there is no ${configFiles[0]} in this folder`);
  const targets = config.documents.map((entry) => ({ document: fromHere(entry.document, io), entry }));
  return { config, targets };
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
  const shown = diagnostics.map((one) => ({ ...one, file: fromHere(one.file, io) }));
  const texts = new Map([...sources].map(([file, text]) => [fromHere(file, io), text]));
  const color = io.stderr.isTTY === true && io.env.NO_COLOR === undefined;
  io.stderr.write(`${formatDiagnostics(shown, { sources: texts, color, all: true })}\n\n`);
  throw new UsageError(`${name} has to be mended first`);
}

function targetOf(document: string, config: Config | undefined, { cwd }: CommandIo): Target {
  const path = resolve(cwd, document);
  return { document, entry: config?.documents.find((entry) => entry.document === path) };
}

function fromHere(path: string, { cwd }: CommandIo): string {
  return relative(cwd, path) || path;
}
