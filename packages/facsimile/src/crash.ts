import { visible } from "@facsimile/document/diagnostics";
import type { CommandIo } from "./command.js";
import { optionsOf } from "./completion/completed.js";
import { ownManifest } from "./version.js";

/** Errors that the language throws of itself. Those that a program means to be read by a person, and those of the system, are others. */
const ofLanguage = ["TypeError", "RangeError", "ReferenceError", "EvalError", "URIError"];

/** Whether an error is a mistake of this program, and nothing that a person could mend. */
export function isCrash(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  // A cause or a code tells of something outside: a connection, a file, a module. But for what only a program can hand on wrongly.
  const isOutside = error.cause !== undefined || ("code" in error && error.code !== "ERR_INVALID_ARG_TYPE");
  return ofLanguage.includes(error.name) && !isOutside;
}

/** What was called: a command and the names of its options, without anything that somebody has written. */
export interface Called {
  readonly name: string;
  readonly args: readonly string[];
  /** Its usage, which knows the names of its options. */
  readonly usage: string;
}

/**
 * What is said of a crash: what happened, and what to report where. The lines to report hold no path, no value and nothing of a document. The stack is
 * there only where the environment variable `FACSIMILE_DEBUG` is set.
 */
export async function crashReport(
  error: unknown,
  { name, args, usage }: Called,
  env: CommandIo["env"],
): Promise<string> {
  const { version, bugs } = await ownManifest();
  const known = ["quiet", ...optionsOf(usage).map((option) => option.name)];
  const options = args.filter((arg) => arg.startsWith("--")).map((arg) => arg.slice(2).split("=", 1).join(""));
  const happened = visible(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  const debug = (env.FACSIMILE_DEBUG ?? "") !== "";
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return `facsimile ${name}: ${happened}

This is a mistake of facsimile. Please report it at ${bugs}, with what it was to do and these lines:

  ${["facsimile", version, name, ...options.filter((one) => known.includes(one)).map((one) => `--${one}`)].join(" ")}
  Node ${process.version}, ${process.platform} ${process.arch}
  ${[error instanceof Error ? error.name : typeof error, placeOf(stack)].filter(Boolean).join(" at ")}

${debug ? `${stack}\n` : "With FACSIMILE_DEBUG=1 the stack is printed too.\n"}`;
}

/** The file and line of this family that threw, without the folder that it is installed in. What the message says may be of a document. */
function placeOf(stack: string): string | undefined {
  const frames = stack.split("\n").filter((line) => /^ +at /.test(line));
  return /[\\/]([a-z-]+[\\/](?:dist|src)[\\/][^\s():]+:\d+)/.exec(frames.join("\n"))?.[1];
}
