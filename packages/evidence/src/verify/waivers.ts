import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** A fact that the spec is allowed not to follow, and why. */
export interface Waiver {
  /** The id of the fact. */
  readonly fact: string;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** A file that is no list of waivers. The message begins with the file and the line. */
export class WaiverError extends Error {
  override readonly name = "WaiverError";
}

const form = 'Write each as "- fact: <id>" with a "reason" below it.';

/** Reads `waivers.yaml`: a list of facts with a reason each. */
export function parseWaivers(text: string, file: string): readonly Waiver[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fail = (offset: number, message: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new WaiverError(`${file}:${line}:${col}: ${message} ${form}`);
  };
  const [error] = document.errors;
  if (error !== undefined) fail(error.pos[0], error.message.split("\n")[0] ?? "");
  const { contents } = document;
  if (contents === null) return [];
  if (!isSeq(contents)) return fail(0, "The waivers are no list.");
  const waivers = contents.items.map((item) => readWaiver(item as Node, lines, fail)); // items of a parsed list are nodes
  const second = waivers.find(({ fact }, index) => waivers.findIndex((other) => other.fact === fact) !== index);
  if (second !== undefined)
    throw new WaiverError(
      `${file}:${second.line}:${second.column}: "${second.fact}" is waived twice. Keep one of the two.`,
    );
  return waivers;
}

function readWaiver(item: Node, lines: LineCounter, fail: (offset: number, message: string) => never): Waiver {
  const offset = item.range?.[0] ?? 0;
  const field = (name: string): string => {
    const node = isMap(item) ? item.get(name, true) : undefined;
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === "string" && value.trim() !== "" ? value : fail(offset, `This waiver has no "${name}".`);
  };
  if (isMap(item) && item.items.length > 2) fail(offset, "This waiver has fields that are not known.");
  const { line, col } = lines.linePos(offset);
  return { fact: field("fact"), reason: field("reason"), line, column: col };
}
