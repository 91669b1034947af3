import { splitPointer } from "@facsimile/document";
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { FactValue } from "../facts/fact.js";
import type { LineRange } from "./collapsed-text.js";
import type { FactsFile, Passage } from "./facts-file.js";
import { inlineYaml } from "./inline-yaml.js";
import { type PassagePlace, printRange } from "./place.js";
import { readFactsFile } from "./read-facts-file.js";
import { splice } from "./splice.js";
import { headingYaml } from "./update-places.js";

/** A passage with its first facts, or with more of them; or the reason why it states none. */
export interface AddedFacts {
  readonly page: string;
  readonly place: PassagePlace;
  readonly mark: string;
  readonly facts: readonly (readonly [id: string, value: FactValue])[];
  readonly nothing: string | undefined;
}

/** What a new `facts.yaml` begins with. */
export function newFactsFile(pages: string): string {
  return `# yaml-language-server: $schema=node_modules/@facsimile/evidence/facts.schema.json\nformat: 1\npages: ${inlineYaml(pages)}\npassages: []\n`;
}

/**
 * Adds facts to the text of `facts.yaml`: to the passage of that place where there is one, else below the last one of its page. Comments, order and
 * whatever else is in it stay as they are.
 */
export function addFacts(text: string, file: FactsFile, added: AddedFacts): string {
  const same = passageAt(file, added);
  const written = same === undefined ? insertPassage(text, file, added) : insertFacts(text, same, added);
  return written !== undefined && holds(written, file, added) ? written : rewritten(text, same, added);
}

/** The passage that has just that place. */
export function passageAt(file: FactsFile, { page, place }: Pick<AddedFacts, "page" | "place">): Passage | undefined {
  return file.passages.find(
    (passage) => passage.page === page && JSON.stringify(passage.place) === JSON.stringify(place),
  );
}

/** Below the last fact of a passage, as far to the right. */
function insertFacts(text: string, passage: Passage, { facts }: AddedFacts): string | undefined {
  const map = nodeAt(text, [...splitPointer(passage.pointer), "facts"]);
  if (!isMap(map) || map.flow === true) return undefined;
  const last = map.items.at(-1);
  const key = isNode(last?.key) ? last.key.range?.[0] : undefined;
  const end = isScalar(last?.value) || isSeq(last?.value) ? last.value.range?.[1] : key;
  if (key === undefined || end === undefined) return undefined;
  const indent = " ".repeat(key - (text.lastIndexOf("\n", key) + 1));
  return insertLines(
    text,
    end,
    facts.map(([id, value]) => `${indent}${inlineYaml(id)}: ${inlineYaml(value)}`),
  );
}

/** Below the last passage of the same page, else below the last one of all. */
function insertPassage(text: string, file: FactsFile, added: AddedFacts): string | undefined {
  const list = nodeAt(text, ["passages"]);
  if (!isSeq(list) || list.flow === true) return undefined;
  const near = file.passages.findLast(({ page }) => page === added.page) ?? file.passages.at(-1);
  const item = near && nodeAt(text, splitPointer(near.pointer));
  const [start, end] = item?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  const dash = start - (text.lastIndexOf("\n", start) + 1) - 2;
  const indent = " ".repeat(Math.max(dash, 0));
  const lines = passageLines(added).map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`);
  return insertLines(text, trimmedEnd(text, start, end), lines);
}

function passageLines({ page, place, mark, facts, nothing }: AddedFacts): readonly string[] {
  return [
    `page: ${inlineYaml(page)}`,
    ...(place.heading === undefined ? [] : [`heading: ${headingYaml(place.heading)}`]),
    ...(place.lines === undefined ? [] : [`lines: ${printRange(place.lines)}`]),
    `mark: ${mark}`,
    ...(nothing === undefined ? [] : [`nothing: ${inlineYaml(nothing)}`]),
    ...(facts.length === 0 ? [] : ["facts:"]),
    ...facts.map(([id, value]) => `  ${inlineYaml(id)}: ${inlineYaml(value)}`),
  ];
}

/** Puts lines below the one in which an offset is. */
function insertLines(text: string, offset: number, lines: readonly string[]): string {
  const next = text.indexOf("\n", offset);
  const at = next === -1 ? text.length : next;
  return splice(text, [{ from: at, to: at, text: `\n${lines.join("\n")}` }]);
}

/** A block ends behind its last word, and not behind the white space that follows. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function nodeAt(text: string, path: readonly string[]): Node | undefined {
  const node = parseDocument(text).getIn(path, true);
  return isNode(node) ? node : undefined;
}

/** True where the text has everything that was there, and what was added. */
function holds(text: string, before: FactsFile, added: AddedFacts): boolean {
  const { file, problems } = readFactsFile(text, "");
  if (file === undefined || problems.length > 0) return false;
  const count = (of: FactsFile): number => of.passages.reduce((sum, { facts }) => sum + facts.length, 0);
  const passage = passageAt(file, added);
  return (
    count(file) === count(before) + added.facts.length &&
    passage?.nothing === added.nothing &&
    added.facts.every(([id, value]) =>
      passage?.facts.some((fact) => fact.id === id && JSON.stringify(fact.value) === JSON.stringify(value)),
    )
  );
}

/** Where the file is written in a way that no line can be put into: anew, with its comments and in its order. */
function rewritten(text: string, same: Passage | undefined, added: AddedFacts): string {
  const document = parseDocument(text);
  if (same !== undefined) {
    for (const [id, value] of added.facts) document.setIn([...splitPointer(same.pointer), "facts", id], value);
    return document.toString({ lineWidth: 0 });
  }
  const { page, place, mark, facts, nothing } = added;
  const node = document.createNode({
    page,
    ...(place.heading === undefined ? {} : { heading: place.heading.length === 1 ? place.heading[0] : place.heading }),
    ...(place.lines === undefined ? {} : { lines: linesValue(place.lines) }),
    mark,
    ...(nothing === undefined ? { facts: Object.fromEntries(facts) } : { nothing }),
  }) as YAMLMap; // made from an object
  const list = document.get("passages");
  if (isSeq(list)) {
    list.flow = false;
    list.add(node);
  } else document.set("passages", [node]);
  return document.toString({ lineWidth: 0 });
}

/** A single line is a number. */
function linesValue(range: LineRange): string | number {
  return range.from === range.to ? range.from : printRange(range);
}
