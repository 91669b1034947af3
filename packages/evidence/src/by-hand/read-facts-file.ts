import { child } from "@facsimile/document";
import { nearest } from "@facsimile/document/diagnostics";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { FactValue } from "../facts/fact.js";
import { defaultPages, type FactsFileResult, type Passage, type Written, type WrittenFact } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import { markedLength } from "./mark.js";
import { type PassagePlace, parseRange } from "./place.js";

/**
 * Reads `facts.yaml`.
 *
 * @param name that problems are told with
 */
export function readFactsFile(text: string, name: string): FactsFileResult {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const reader = new FactsFileReader(name, counter);
  for (const { pos, message } of document.errors)
    reader.problem({ line: counter.linePos(pos[0]).line, pointer: "" }, clause(message), "Write valid YAML");
  const { contents } = document;
  if (document.errors.length > 0) return { file: undefined, problems: reader.problems };
  if (!isMap(contents)) {
    reader.problem({ line: 1, pointer: "" }, "this is no map", 'Write "format: 1" and a list of "passages"');
    return { file: undefined, problems: reader.problems };
  }
  return reader.file(contents as YAMLMap<unknown, Node | null>); // a parsed document holds nodes
}

type NodeMap = YAMLMap<unknown, Node | null>;

function entryOf(map: NodeMap, key: string): Node | null | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key)?.value;
}

const fileKeys = ["$schema", "format", "provider", "pages", "passages"];
const passageKeys = ["page", "heading", "lines", "mark", "facts", "nothing"];

class FactsFileReader {
  readonly problems: HandProblem[] = [];
  readonly #name: string;
  readonly #counter: LineCounter;

  constructor(name: string, counter: LineCounter) {
    this.#name = name;
    this.#counter = counter;
  }

  problem(at: Written, message: string, fix: string): void {
    this.problems.push({ file: this.#name, line: at.line, pointer: at.pointer, message, fix });
  }

  file(map: NodeMap): FactsFileResult {
    const at = { line: 1, pointer: "" };
    this.#knownKeys(map, at, fileKeys);
    const format = entryOf(map, "format");
    if (!(isScalar(format) && format.value === 1))
      this.problem(at, 'there is no "format: 1"', "Write it on a line of its own");
    const provider = this.#text(map, at, "provider");
    const pages = this.#text(map, at, "pages") ?? defaultPages;
    const list = entryOf(map, "passages") ?? null;
    const nodes = isSeq(list) ? (list.items as Node[]) : []; // items of a parsed list are nodes
    if (!isSeq(list) && !(isScalar(list) && list.value === null))
      this.problem(at, '"passages" is no list', 'Write each passage as "- page: <file>" with its place below');
    const passages = nodes.flatMap((node, index) => this.#passage(node, child("/passages", String(index))));
    return { file: { pages, provider, passages }, problems: this.problems };
  }

  #passage(node: Node, pointer: string): readonly Passage[] {
    const at = this.#at(node, pointer);
    const before = this.problems.length;
    if (!isMap(node)) {
      this.problem(at, "this passage is no map", 'Write "page", its place, "mark" and "facts"');
      return [];
    }
    const map = node as NodeMap; // a parsed document holds nodes
    this.#knownKeys(map, at, passageKeys);
    const page = this.#text(map, at, "page");
    if (page === undefined)
      this.problem(at, 'this passage has no "page"', "Name the page, relative to the folder of the pages");
    const place = this.#place(map, at);
    const mark = this.#text(map, at, "mark") ?? "";
    if (markedLength(mark) === undefined) {
      const fix = 'Let "facsimile facts add" write it';
      this.problem(
        this.#at(entryOf(map, "mark") ?? node, child(pointer, "mark")),
        'the "mark" of this passage is missing or is none',
        fix,
      );
    }
    const facts = this.#facts(map, at);
    const nothing = this.#text(map, at, "nothing");
    if (facts.length > 0 === (nothing !== undefined))
      this.problem(
        at,
        'this passage needs either "facts" or "nothing"',
        'Write the facts that it states, or "nothing:" with the reason why it states none',
      );
    if (this.problems.length > before || page === undefined) return [];
    return [{ ...at, page: page.replaceAll("\\", "/"), place, mark, facts, nothing }];
  }

  #place(map: NodeMap, at: Written): PassagePlace {
    const headings = entryOf(map, "heading");
    const heading = isSeq(headings)
      ? headings.items.map((item) => String(isScalar(item) ? item.value : ""))
      : isScalar(headings)
        ? [String(headings.value)]
        : undefined;
    const written = entryOf(map, "lines");
    const lines = isScalar(written) ? parseRange(String(written.value)) : undefined;
    const place = { heading: heading?.map((title) => title.replace(/\s+/g, " ").trim()), lines };
    if (written !== undefined && lines === undefined)
      this.problem(
        this.#at(written, child(at.pointer, "lines")),
        "this is no range of lines",
        "Write it as 12 or as 12-15",
      );
    else if (heading?.length === 0 || heading?.includes(""))
      this.problem(
        this.#at(headings, child(at.pointer, "heading")),
        "a heading is empty",
        "Write the headings that lead there, the highest first",
      );
    else if (heading === undefined && lines === undefined)
      this.problem(at, "this passage has no place", 'Write "lines", "heading", or both');
    return place;
  }

  #facts(map: NodeMap, at: Written): readonly WrittenFact[] {
    const facts = entryOf(map, "facts") ?? null;
    const pointer = child(at.pointer, "facts");
    if (facts === null) return [];
    if (!isMap(facts)) {
      this.problem(this.#at(facts, pointer), '"facts" is no map', 'Write each fact as "<id>: <value>"');
      return [];
    }
    return (facts as NodeMap).items.flatMap(({ key, value }) => {
      const id = String(isScalar(key) ? key.value : key);
      const here = this.#at(key as Node, child(pointer, id)); // a parsed document holds nodes
      const stated = factValue(value);
      if (stated !== undefined) return [{ ...here, id, value: stated }];
      this.problem(
        here,
        "the value of a fact is text, a number, true, false, null, or a list of them",
        "Write one of these",
      );
      return [];
    });
  }

  #text(map: NodeMap, at: Written, key: string): string | undefined {
    const node = entryOf(map, key);
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === "string" && node.value.trim() !== "") return node.value;
    this.problem(
      this.#at(node, child(at.pointer, key)),
      `"${key}" is no text`,
      "Write a text, in quotes where it looks like something else",
    );
    return undefined;
  }

  #knownKeys(map: NodeMap, at: Written, known: readonly string[]): void {
    for (const { key } of map.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (known.includes(name)) continue;
      const guess = nearest(name, known);
      const fix = guess === undefined ? `Write one of ${known.join(", ")}` : `Did you mean "${guess}"`;
      this.problem(this.#at(key as Node, child(at.pointer, name)), `"${name}" is not known here`, fix); // a parsed document holds nodes
    }
  }

  #at(node: Node | null | undefined, pointer: string): Written {
    return { line: this.#counter.linePos(node?.range?.[0] ?? 0).line, pointer };
  }
}

function factValue(node: Node | null): FactValue | undefined {
  if (node === null) return null;
  if (isSeq(node)) {
    const items = node.items.map((item) => factValue(item as Node | null)); // items of a parsed list are nodes
    return items.includes(undefined) ? undefined : (items as FactValue[]); // just looked at
  }
  if (!isScalar(node)) return undefined;
  const { value } = node;
  const finite = typeof value !== "number" || Number.isFinite(value);
  return value === null || (["string", "number", "boolean"].includes(typeof value) && finite)
    ? (value as FactValue)
    : undefined; // just looked at
}

function clause(message: string): string {
  const [first = ""] = message.split("\n");
  return (
    first.charAt(0).toLowerCase() +
    first
      .slice(1)
      .replace(/[.:]$/, "")
      .replace(/ at line \d+, column \d+$/, "")
  );
}
