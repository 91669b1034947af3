import { effectOfChange, effectOfFinding, type FoundInTypes, type VersionEffect } from "../bump/effect.js";
import type { Change } from "../change/change.js";
import { type SentencePart, sentenceOf } from "../report/sentence.js";
import { operationsInWords } from "../report/text.js";
import { visible } from "../report/visible.js";

/** A sentence of a changelog. */
export interface ChangeLine {
  readonly effect: VersionEffect | "documentation";
  /** Markdown. */
  readonly text: string;
}

/** What stands before a sentence, the worst first. */
const labels: readonly (readonly [ChangeLine["effect"], string])[] = [
  ["break", "Breaking: "],
  ["warning", "Mind: "],
  ["addition", "New: "],
  ["other", ""],
  ["documentation", "Documentation: "],
];

/** One sentence for each change, the worst first, and one line for all changes of documentation. */
export function linesOf(wire: readonly Change[], types: readonly FoundInTypes[]): readonly ChangeLine[] {
  const travelling = wire.filter(({ area }) => area !== "metadata");
  const words = wire.filter(({ area }) => area === "metadata");
  return inOrder([
    ...travelling.map((change) => ({ effect: effectOfChange(change), text: sentence(change) })),
    ...types.map((finding) => ({ effect: effectOfFinding(finding), text: sentence({ ...finding, operations: [] }) })),
    ...(words.length === 0 ? [] : [{ effect: "documentation", text: documentation(words) } as const]),
  ]);
}

/** Those that were there before and those that are new. The last word on documentation counts. */
export function mergeLines(old: readonly ChangeLine[], next: readonly ChangeLine[]): readonly ChangeLine[] {
  const hasWords = next.some(({ effect }) => effect === "documentation");
  return inOrder([...old.filter(({ effect }) => !hasWords || effect !== "documentation"), ...next]);
}

/** A sentence that two changes have is said once. */
function inOrder(lines: readonly ChangeLine[]): readonly ChangeLine[] {
  const once = new Map(lines.map((line) => [`${line.effect} ${line.text}`, line]));
  return labels.flatMap(([wanted]) => [...once.values()].filter(({ effect }) => effect === wanted));
}

function sentence(change: Pick<Change, "message" | "operations">): string {
  const text = sentenceOf(change).map(printPart).join("").replace(/\.$/, "");
  const others = change.operations.filter((operation) => !change.message.includes(operation));
  return others.length === 0 ? `${text}.` : `${text} (${inCode(others)}).`;
}

/** No markup of a document's text counts, and nobody is called by it. */
function printPart({ code, text }: SentencePart): string {
  if (code) return `\`${text}\``;
  return text.replaceAll(/[&<>*_[\]|\\`~]/g, "\\$&").replaceAll(/[@#]/g, "$&&#8203;");
}

function documentation(changes: readonly Change[]): string {
  const operations = [...new Set(changes.flatMap((change) => change.operations))];
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return operations.length === 0 ? `${count}.` : `${count} (${inCode(operations)}).`;
}

function inCode(operations: readonly string[]): string {
  return operationsInWords(operations.map((operation) => `\`${visible(operation).replaceAll("`", "'")}\``));
}

export function printLines(lines: readonly ChangeLine[]): readonly string[] {
  return lines.map(({ effect, text }) => `- ${new Map(labels).get(effect) ?? ""}${text}`);
}

/** What {@link printLines} has printed. Other lines are passed over. */
export function readLines(lines: readonly string[]): readonly ChangeLine[] {
  return lines.flatMap((line) => {
    if (!line.startsWith("- ")) return [];
    const text = line.slice(2);
    const [effect = "other", label = ""] = labels.find(([, each]) => each !== "" && text.startsWith(each)) ?? [];
    return [{ effect, text: text.slice(label.length) }];
  });
}
