import { parseArgs } from "node:util";
import { nearest } from "@facsimile/document/diagnostics";
import { UsageError } from "./usage-error.js";

/** What an option takes. */
export type OptionKind = "text" | "flag";

export interface ParsedArguments {
  readonly positionals: readonly string[];
  text(name: string): string | undefined;
  /** Everything that was given for an option, which may be given several times, and several times at once with commas between. */
  texts(name: string): readonly string[];
  /** Everything that was given for an option, as it is. */
  lines(name: string): readonly string[];
  flag(name: string): boolean;
  /**
   * A whole number from `least` to `most`, both of them allowed.
   *
   * @throws UsageError for anything else.
   */
  number(name: string, least: number, most: number): number | undefined;
}

/**
 * Reads the arguments of a command. What begins with a dash has to be one of the options.
 *
 * @throws UsageError
 */
export function parseArguments(
  args: readonly string[],
  options: Readonly<Record<string, OptionKind>>,
): ParsedArguments {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [name, { type: kind === "text" ? "string" : "boolean" }] as const),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const lists = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const value = readOption(token, options);
    values.set(token.name, value);
    if (value !== true) lists.set(token.name, [...(lists.get(token.name) ?? []), value]);
  }
  const text = (name: string): string | undefined => {
    const value = values.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return {
    positionals,
    text,
    texts: (name) => (lists.get(name) ?? []).flatMap((value) => value.split(",").filter(Boolean)),
    lines: (name) => lists.get(name) ?? [],
    flag: (name) => values.get(name) === true,
    number: (name, least, most) => readNumber(name, text(name), least, most),
  };
}

function readNumber(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes a number from ${least} to ${most}, not ${JSON.stringify(text)}`);
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readOption(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, OptionKind>>,
): string | true {
  const kind = Object.hasOwn(options, name) ? options[name] : undefined;
  if (kind === undefined) {
    const guess = nearest(name, Object.keys(options));
    throw new UsageError(`unknown option ${rawName}${guess === undefined ? "" : `, did you mean --${guess}?`}`);
  }
  if (kind === "flag") {
    if (inlineValue) throw new UsageError(`${rawName} takes no value`);
    return true;
  }
  // `--out --check` would take an option for a folder.
  if (value === undefined || value === "" || (!inlineValue && value.startsWith("-")))
    throw new UsageError(`${rawName} needs a value`);
  return value;
}
