import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { CommandIo } from "../command.js";
import type { Config } from "../config/config.js";
import { configFiles } from "../config/find-config.js";
import { isGiven } from "../given/open-given.js";
import { configurationText, type EntryMembers, entryOf, type InitPackage } from "../init/configuration.js";
import { checkDocument, namedDocument } from "../init/document.js";
import { madePackage } from "../init/made-package.js";
import { readPackageJson } from "../init/package-json.js";
import { type InitPlan, joinPlans } from "../init/plan.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import { readOriginal } from "./copy.js";
import { withEntry } from "./with-entry.js";

/** What is to be written of a document, and how it is called from here then. */
export interface Addition {
  readonly document: string;
  readonly plan: InitPlan;
}

/** The document of the repository that is added: the file itself, or a copy. */
interface Own {
  readonly document: string;
  readonly from: string | undefined;
  readonly plan: InitPlan;
}

/** @throws UsageError for a call that cannot be followed, Error where something cannot be read or is no OpenAPI document */
export async function planAddition(
  text: string,
  given: ParsedArguments,
  config: Config | undefined,
  io: CommandIo,
): Promise<Addition> {
  const { document, from, plan } = await ownDocument(text, given.text("to"), config, io);
  const path = join(io.cwd, "package.json");
  const manifest = readPackageJson(path, await textOf(path));
  const made = madePackage({ path: document, isNew: false }, io.cwd, { manifest, config }, given);
  const entry = entryOf(made, { ...(from !== undefined && { from }), ...flagsOf(given) });
  return { document, plan: joinPlans([plan, await planEntry(made, entry, config, io)]) };
}

async function ownDocument(
  text: string,
  to: string | undefined,
  config: Config | undefined,
  io: CommandIo,
): Promise<Own> {
  if (to !== undefined) return copied(text, to, config, io);
  if (isGiven(text)) throw new UsageError("a package is made of a copy: name it with --to");
  const own = await namedDocument(io.cwd, text);
  await checkDocument(io.cwd, own);
  return { document: own.path, from: undefined, plan: { files: [], left: [] } };
}

async function copied(text: string, to: string, config: Config | undefined, io: CommandIo): Promise<Own> {
  const { name, bytes, from } = await readOriginal(text, io);
  const path = resolve(io.cwd, to);
  const document = relative(io.cwd, path).split(sep).join("/");
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(bytes) === true)
    return { document, from, plan: { files: [], left: [{ path, reason: "is the same" }] } };
  if (before !== undefined && entryIn(config, path) === undefined)
    throw new UsageError(`${document} is there and no copy that ${configFiles[0]} names: name another file with --to`);
  return { document, from, plan: { files: [{ path, text: bytes, before, about: `a copy of ${name}` }], left: [] } };
}

/** The members of an entry that `generate` has as options. */
function flagsOf({ flag }: ParsedArguments): EntryMembers {
  const members = { raw: flag("raw"), schemas: flag("schemas"), carry: flag("document") };
  return Object.fromEntries(Object.entries(members).flatMap(([name, isGiven]) => (isGiven ? [[name, true]] : [])));
}

async function planEntry(
  { document, out }: InitPackage,
  entry: EntryMembers,
  config: Config | undefined,
  { cwd }: CommandIo,
): Promise<InitPlan> {
  const about = `an entry of ${document}`;
  if (config === undefined) {
    const path = join(cwd, configFiles[0]);
    return { files: [{ path, text: configurationText(entry), before: undefined, about }], left: [] };
  }
  const path = config.file;
  if (entryIn(config, resolve(cwd, document)) !== undefined)
    return { files: [], left: [{ path, reason: `has ${about}` }] };
  if (config.documents.some((one) => one.out === resolve(cwd, out)))
    throw new UsageError(`${out} is the folder of another package: name one with --out`);
  const before = await readFile(path, "utf8");
  return { files: [{ path, text: await withEntry(relative(cwd, path), before, entry), before, about }], left: [] };
}

function entryIn(config: Config | undefined, path: string): unknown {
  return config?.documents.find((one) => one.document === path);
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Error(`${path}: cannot be read (${error.code ?? error.message}). Nothing was written.`);
  });
}
