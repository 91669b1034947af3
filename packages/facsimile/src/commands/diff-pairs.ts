import type { GivenDocument } from "@facsimile/document";
import type { CommandIo } from "../command.js";
import { digestsOf, readTargets } from "../config/targets.js";
import { first } from "../document-options.js";
import { isGiven, openGiven, standardInput } from "../given/open-given.js";
import type { ParsedArguments } from "../options.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

type Edition = string | GivenDocument;

/** Two editions of a document. */
export interface Pair {
  readonly old: Edition;
  readonly next: Edition;
  readonly overlays: readonly string[];
}

/** The editions that the command line names, in pairs; without any, those of the configuration. @throws UsageError where they make no pairs */
export async function pairsOf(given: ParsedArguments, io: CommandIo): Promise<readonly Pair[]> {
  const { positionals: editions } = given;
  const [since, overlays] = [given.text("since"), given.texts("overlay")];
  if (editions.length === 0) return configuredPairs(given, io);
  if (since !== undefined) throw new UsageError("--since goes with the documents of a configuration");
  if (editions.length % 2 === 1) throw new UsageError("name an old and a new edition, and any further ones in pairs");
  if (editions.filter((text) => text === standardInput).length > 1)
    throw new UsageError("standard input is one edition, and is named twice");
  const opened = await openEditions(editions, digestsOf(given), io);
  return Array.from({ length: opened.length / 2 }, (_, index) => {
    return { old: opened[2 * index] ?? "", next: opened[2 * index + 1] ?? "", overlays };
  });
}

/** @param digests - what has to come: none, or one for each edition that is in no file */
async function openEditions(
  editions: readonly string[],
  digests: readonly string[],
  io: CommandIo,
): Promise<readonly Edition[]> {
  const given = editions.filter(isGiven);
  if (digests.length > 0 && digests.length !== given.length)
    throw new UsageError(
      "--integrity goes with what a URL or standard input gives: one for each of them, in their order",
    );
  const opened: Edition[] = [];
  const left = [...digests];
  for (const text of editions) opened.push(isGiven(text) ? await openGiven(text, left.shift(), io) : text);
  return opened;
}

/** Each document of the configuration, as it was in a revision and as it is. */
async function configuredPairs(given: ParsedArguments, io: CommandIo): Promise<readonly Pair[]> {
  const { targets } = await readTargets(given, io);
  const since = given.text("since") ?? "HEAD";
  return targets.flatMap(({ document, source, entry }) => {
    const overlays = first(given.texts("overlay"), entry?.overlays);
    if (typeof source === "string") return [{ old: `git:${since}:${document}`, next: document, overlays }];
    noticesOf(io, io.stderr).write(`${document}: is in no revision, and compared with nothing\n`);
    return [];
  });
}
