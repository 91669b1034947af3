import type { Code, RootContent } from "mdast";
import { type JsonNode, readJson } from "../../json/json-node.js";
import { lineOf, nodesOfType, type Section, textOf } from "../markdown.js";
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
  readonly node: JsonNode;
}

type Owner = { readonly operation: string } | { readonly model: string };

/** The samples of a section of an operation, or of the page of a model, that have a heading or a sentence right above which says what they are. */
export function findSamples(content: readonly RootContent[], owner: Owner): readonly JsonSample[] {
  return content.flatMap((code, index) => {
    const before = content[index - 1];
    if (!isJson(code) || (before?.type !== "heading" && before?.type !== "paragraph")) return [];
    const label = sampleLabel(textOf(before));
    const subject = label === undefined ? undefined : subjectOf(label, owner);
    const node = subject === undefined ? undefined : readJson(code.value);
    return subject === undefined || node === undefined ? [] : [{ subject, line: lineOf(code), node }];
  });
}

function subjectOf(label: SampleLabel, owner: Owner): SampleSubject | undefined {
  if ("model" in owner) return label.of === "model" ? { kind: "model", model: owner.model } : undefined;
  if (label.of === "model") return undefined;
  return label.of === "request"
    ? { kind: "request", operation: owner.operation }
    : { kind: "response", operation: owner.operation, status: label.status };
}

/** The lines of all JSON samples of a page. */
export function jsonLines(root: Parameters<typeof nodesOfType>[0]): readonly number[] {
  return nodesOfType(root, "code").filter(isJson).map(lineOf);
}

function isJson(node: RootContent): node is Code {
  return node.type === "code" && node.lang?.toLowerCase() === "json";
}

/** True for a part of an operation that has samples under a heading which says what they are, and nothing else. */
export function isSamplePart({ title, content }: Section): boolean {
  const label = sampleLabel(title);
  const isLink = (node: RootContent): boolean => node.type === "paragraph" && /^\[\[?Back to/.test(textOf(node));
  const rest = content.filter((node) => node.type !== "html" && node.type !== "thematicBreak" && !isLink(node));
  return label !== undefined && label.of !== "model" && rest.length > 0 && rest.every(isJson);
}
