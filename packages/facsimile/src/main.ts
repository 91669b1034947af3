import { nearest } from "@facsimile/document/diagnostics";
import type { CommandIo, ExitCode } from "./command.js";
import { crashReport } from "./crash.js";
import { takeQuiet } from "./quiet.js";
import { commandEntries } from "./registry.js";
import { misuse, runCommand } from "./run-command.js";
import { version } from "./version.js";

/**
 * Runs `facsimile`.
 *
 * @param args What follows the name of the program.
 * @returns the exit code
 */
export async function run(args: readonly string[], io: CommandIo = processIo()): Promise<ExitCode> {
  const { args: others } = takeQuiet(args);
  const isFirst = args[0] === "--quiet" && others.length > 0;
  const [name, ...rest] = isFirst ? [...others, "--quiet"] : args;
  if (name === undefined || name === "--quiet" || name === "--help" || name === "-h" || name === "help") {
    io.stdout.write(overview());
    return name === undefined || name === "--quiet" ? 2 : 0;
  }
  if (name === "--version" || name === "-v") {
    io.stdout.write(`${await version()}\n`);
    return 0;
  }
  const entry = commandEntries.find((one) => one.name === name);
  if (entry === undefined) return misuse(unknownCommand(name), "facsimile --help", io);
  return runCommand(name, entry.load(), rest, io);
}

function unknownCommand(name: string): string {
  const guess = nearest(
    name,
    commandEntries.map((entry) => entry.name),
  );
  const kind = name.startsWith("-") ? "option" : "command";
  return `facsimile: unknown ${kind} ${name}${guess === undefined ? "" : `, did you mean ${guess}?`}`;
}

function overview(): string {
  const width = Math.max(...commandEntries.map(({ name }) => name.length));
  const rows = commandEntries.map(
    ({ name, summary, needs }) => `  ${name.padEnd(width)}  ${summary}${needs === undefined ? "" : ` (${needs})`}`,
  );
  return `facsimile <command> [options]\n\nTyped packages, mock servers and contract tests for OpenAPI documents.\n\n${rows.join("\n")}\n
  --help     Print this, or with a command its options
  --quiet    With a command: print what it finds, and nothing else
  --version  Print the version\n`;
}

/**
 * The process's own streams. The first interrupt asks a command to stop that looks at the signal, the second stops it; one that does not look is
 * stopped by the first, as any program is.
 */
function processIo(): CommandIo {
  let controller: AbortController | undefined;
  surviveNothing();
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    // Opened where somebody reads it.
    get stdin() {
      return process.stdin.isTTY ? undefined : process.stdin;
    },
    cwd: process.cwd(),
    env: process.env,
    ask: process.stdin.isTTY && process.stdout.isTTY ? askTerminal : undefined,
    get signal() {
      controller ??= abortedByInterrupt();
      return controller.signal;
    },
  };
}

/** What nobody has caught is told as a crash; who reads no further, as `head`, ends the program as it ends others, by what shells say of SIGPIPE. */
function surviveNothing(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(141);
      throw error;
    });
  process.once("uncaughtException", (error) => {
    const [name = "", ...args] = process.argv.slice(2);
    const known = commandEntries.some((entry) => entry.name === name) ? name : "";
    void crashReport(error, { name: known, args, usage: "" }, process.env).then((text) => {
      process.stderr.write(text);
      process.exit(1);
    });
  });
}

async function askTerminal(question: string): Promise<string> {
  // Loaded only where something is asked.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function abortedByInterrupt(): AbortController {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller;
}
