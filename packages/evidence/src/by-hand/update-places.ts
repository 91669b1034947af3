import { splitPointer } from "@facsimile/document";
import { isCollection, isNode, isScalar, type Node, parseDocument } from "yaml";
import { inlineYaml } from "./inline-yaml.js";
import { printRange } from "./place.js";
import type { MovedPassage } from "./read-by-hand.js";
import { type Splice, splice } from "./splice.js";

/** `facts.yaml` with other places. */
export interface UpdatedFacts {
  readonly text: string;
  readonly updated: readonly MovedPassage[];
  /** Those whose place would have to be written in another way: by a person. */
  readonly left: readonly MovedPassage[];
}

/** Writes the new places of passages that moved into the text of `facts.yaml`, of which everything else stays as it is. */
export function updatePlaces(text: string, moved: readonly MovedPassage[]): UpdatedFacts {
  const document = parseDocument(text);
  const found = moved.map((one) => ({ one, splices: splicesOf(one, (key) => nodeAt(document, one, key)) }));
  return {
    text: splice(
      text,
      found.flatMap(({ splices }) => splices ?? []),
    ),
    updated: found.flatMap(({ one, splices }) => (splices === undefined ? [] : [one])),
    left: found.flatMap(({ one, splices }) => (splices === undefined ? [one] : [])),
  };
}

function nodeAt(document: ReturnType<typeof parseDocument>, { passage }: MovedPassage, key: string): Node | undefined {
  const node = document.getIn([...splitPointer(passage.pointer), key], true);
  return isNode(node) ? node : undefined;
}

/** Undefined where the new place has other parts than the old one, or one is written over several lines. */
function splicesOf(
  { passage, place }: MovedPassage,
  nodeOf: (key: string) => Node | undefined,
): readonly Splice[] | undefined {
  const parts: readonly (readonly [key: string, before: unknown, after: string | undefined])[] = [
    ["lines", passage.place.lines, place.lines && printRange(place.lines)],
    ["heading", passage.place.heading, place.heading && headingYaml(place.heading)],
  ];
  const splices: Splice[] = [];
  for (const [key, before, after] of parts) {
    if (before === undefined && after === undefined) continue;
    const node = nodeOf(key);
    const range = node?.range;
    if (after === undefined || node === undefined || range === undefined || range === null || !isInline(node))
      return undefined;
    if (key !== "heading" || JSON.stringify(before) !== JSON.stringify(place.heading))
      splices.push({ from: range[0], to: range[1], text: after });
  }
  return splices;
}

function isInline(node: Node): boolean {
  return isScalar(node)
    ? node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED"
    : isCollection(node) && node.flow === true;
}

/** A single heading needs no list. */
export function headingYaml(heading: readonly string[]): string {
  const [only = ""] = heading;
  return inlineYaml(heading.length === 1 ? only : heading);
}
