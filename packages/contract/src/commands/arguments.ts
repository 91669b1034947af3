import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { CommandIo, ExitCode } from "@facsimile/codegen";

/** Wrong usage, in one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What was given on the command line. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Throws {@link UsageError} for an option that there is not. */
export function readArguments(args: readonly string[], options: Options): Given {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The text of an option, or undefined. */
export function textOf({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** A whole number from `least`, or undefined where the option is not given. Throws {@link UsageError} for anything else. */
export function numberOf(given: Given, name: string, least: number, most: number): number | undefined {
  const text = textOf(given, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes a number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
}

/** Runs a command: `--help` prints its usage, wrong usage ends with 2, and any other error is printed in one sentence and ends with 1. */
export async function runCommand(
  name: string,
  usage: string,
  args: readonly string[],
  io: CommandIo,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (args.includes("--help")) {
    io.stdout.write(usage);
    return 0;
  }
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.stderr.write(`facsimile ${name}: ${message}\n${error instanceof UsageError ? `\n${usage}` : ""}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** A folder as a URL, relative to where the command was called. */
export function folderUrl({ cwd }: CommandIo, path: string): URL {
  return pathToFileURL(`${resolve(cwd, path)}/`);
}

/** Resolves when the person wants the command to stop. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The URL of a server. Throws {@link UsageError} where it is no URL of http or https, or has more than a path. */
export function serverUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError("--server takes a URL of http or https, such as http://127.0.0.1:9000/v2.");
  if (url.username !== "" || url.password !== "")
    throw new UsageError("--server takes no user and no password: URLs end up in histories and logs.");
  if (url.search !== "" || url.hash !== "") throw new UsageError("--server takes a URL without a query or a fragment.");
  return url;
}
