import type { Code, Root, RootContent } from "mdast";
import { type JsonNode, readJson } from "../../json/json-node.js";
import { lineOf, nodesOfType, type Section, textLineOf, textOf } from "../markdown.js";
import { isJsonBlock, mayHideJson } from "./json-block.js";
import { type SampleLabel, sampleLabel } from "./sample-label.js";

/** What a sample is of: a message of an operation, or a model. */
export type SampleSubject =
  | { readonly kind: "request"; readonly operation: string }
  | { readonly kind: "response"; readonly operation: string; readonly status: string | undefined }
  | { readonly kind: "model"; readonly model: string };

/** A JSON sample of which the page says what it is. */
export interface JsonSample {
  readonly subject: SampleSubject;
  /** The line of the page on which its block begins. */
  readonly line: number;
  /** The line of the page on which its text begins. */
  readonly textLine: number;
  readonly node: JsonNode;
}

type Owner = { readonly operation: string } | { readonly model: string };

/**
 * The samples of a section of an operation, or of the page of a model, that have a heading, a sentence or a `<summary>` right above which says what they
 * are. In an item of a list, or in a block quotation, it stands there as well.
 */
export function findSamples(content: readonly RootContent[], owner: Owner): readonly JsonSample[] {
  const shown = content.filter((node) => !isComment(node));
  return shown.flatMap((node, index) => {
    if (node.type === "blockquote") return findSamples(node.children, owner);
    if (node.type === "list") return node.children.flatMap((item) => findSamples(item.children, owner));
    return isJsonBlock(node) ? sampleIn(node, shown[index - 1], owner) : [];
  });
}

function sampleIn(code: Code, before: RootContent | undefined, owner: Owner): readonly JsonSample[] {
  const label = sampleLabel(wordsOf(before));
  const subject = label === undefined ? undefined : subjectOf(label, owner);
  const node = subject === undefined ? undefined : readJson(code.value);
  return subject === undefined || node === undefined
    ? []
    : [{ subject, line: lineOf(code), textLine: textLineOf(code), node }];
}

function wordsOf(node: RootContent | undefined): string {
  if (node?.type === "heading" || node?.type === "paragraph") return textOf(node);
  return node?.type === "html" && /<summary\b/i.test(node.value) ? node.value.replace(/<[^<>]*>/g, " ") : "";
}

function isComment(node: RootContent): boolean {
  return node.type === "html" && /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value);
}

function subjectOf(label: SampleLabel, owner: Owner): SampleSubject | undefined {
  if ("model" in owner) return label.of === "model" ? { kind: "model", model: owner.model } : undefined;
  if (label.of === "model") return undefined;
  return label.of === "request"
    ? { kind: "request", operation: owner.operation }
    : { kind: "response", operation: owner.operation, status: label.status };
}

/** The lines of all blocks of a page in which there is JSON, or may be. */
export function jsonLines(root: Root): readonly number[] {
  return [...nodesOfType(root, "code").filter(isJsonBlock), ...nodesOfType(root, "html").filter(mayHideJson)].map(
    lineOf,
  );
}

/** True for a part of an operation that has samples under a heading which says what they are, and nothing else. */
export function isSamplePart({ title, content }: Section): boolean {
  const label = sampleLabel(title);
  const isLink = (node: RootContent): boolean => node.type === "paragraph" && /^\[\[?Back to/.test(textOf(node));
  const rest = content.filter((node) => node.type !== "html" && node.type !== "thematicBreak" && !isLink(node));
  return label !== undefined && label.of !== "model" && rest.length > 0 && rest.every(isJsonBlock);
}
