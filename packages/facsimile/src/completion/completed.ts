import type { CommandEntry } from "../command-entry.js";

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What it takes, where that is one of a few words; else it takes files. */
  readonly words: readonly string[];
}

export interface CompletedOption {
  /** Without dashes. */
  readonly name: string;
  readonly takesValue: boolean;
  /** The beginning of what its usage says of it; may be empty. */
  readonly about: string;
}

const option = /(?<![\w-])--([a-z][a-z-]*)(?: (<))?/g;

/** What every command has. */
const common: readonly CompletedOption[] = [
  { name: "quiet", takesValue: false, about: "Print what is found, and nothing else" },
  { name: "help", takesValue: false, about: "Print the options" },
];

/** The commands and their options, as the usages have them. */
export async function completedCommands(entries: readonly CommandEntry[]): Promise<readonly CompletedCommand[]> {
  const usages = await Promise.all(entries.map(async (entry) => (await entry.load()).usage));
  return entries.map(({ name, summary }, index) => ({
    name,
    summary,
    options: [...optionsOf(usages[index] ?? ""), ...common],
    words: wordsOf(usages[index] ?? ""),
  }));
}

/** The options that a usage has a row of or shows before its first paragraph, in that order. One takes a value if it is followed by what that is. */
export function optionsOf(usage: string): readonly CompletedOption[] {
  const [synopsis = ""] = usage.split("\n\n", 1);
  const rows = usage.match(/^ {2}--[a-z-]+(?: <)?/gm) ?? [];
  const options = new Map<string, CompletedOption>();
  for (const [, name = "", value] of [synopsis, ...rows].join("\n").matchAll(option)) {
    if (common.some((one) => one.name === name)) continue;
    const takesValue = value !== undefined || options.get(name)?.takesValue === true;
    options.set(name, { name, takesValue, about: aboutOf(usage, name) });
  }
  return [...options.values()];
}

/** The words of a synopsis such as `facsimile completion bash|zsh|fish`. */
function wordsOf(usage: string): readonly string[] {
  return /^Usage: facsimile [a-z]+ ([a-z]+(?:\|[a-z]+)+)$/m.exec(usage)?.[1]?.split("|") ?? [];
}

function aboutOf(usage: string, name: string): string {
  const row = new RegExp(`^ {2}--${name}(?: <[^>\\n]*>)?[ \\n]+(\\S.*)$`, "m").exec(usage)?.[1] ?? "";
  // Up to the end of the first sentence, which is not in a text between quotes.
  return /^(?:"[^"]*"|[^.;:"]|[.;:"](?! |$))*/.exec(row)?.[0] ?? "";
}
