import { pathShape } from "@facsimile/document";
import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Evidence } from "../facts/fact.js";
import { child, splitPointer } from "../spec/json.js";
import { draftComponents } from "./components.js";
import { type Building, Drafting, type DraftQuestion, words } from "./drafting.js";
import { draftOperation, tagOf } from "./operation.js";

const intro = ` Drafted from the facts in evidence.json. A comment stands where a person has to decide. Summaries and descriptions repeat names
 alone: write your own, and copy none of the pages. Add examples, and x-assumed to whatever no page states.`;

/** The OpenAPI document that facts alone support, as YAML with a comment wherever a person has to decide. */
export function draftSpec(evidence: Evidence): string {
  const drafting = new Drafting(evidence);
  const document = new Document(build(drafting, evidence), { aliasDuplicateObjects: false });
  document.commentBefore = intro;
  for (const { pointer, text } of drafting.questions) placeComment(document, pointer, text);
  return document.toString({ lineWidth: 0 });
}

/** The questions that such a document has as comments. */
export function draftQuestions(evidence: Evidence): readonly DraftQuestion[] {
  const drafting = new Drafting(evidence);
  build(drafting, evidence);
  return drafting.questions;
}

function build(drafting: Drafting, evidence: Evidence): Building {
  const version = /\/v(\d[\w.]*)\/?$/.exec(String(drafting.facts.value("server") ?? ""))?.[1];
  if (version === undefined) drafting.ask("/info/version", "No page states a version.");
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: words(evidence.provider),
      version: version ?? "1.0.0",
      description: `The API of ${words(evidence.provider)}.`,
    },
    servers: [draftServer(drafting)],
    tags: tagsOf(drafting).map((name) => ({ name, description: `${words(name)}.` })),
    paths: draftPaths(drafting),
    components: draftComponents(drafting),
  };
}

/** The documented address; with a variable for its host, where every customer has one of their own. */
function draftServer(drafting: Drafting): Building {
  const url = String(drafting.facts.value("server") ?? "/").replace(/(?<=.)\/$/, "");
  const chosen = drafting.facts.value("server", "host") !== undefined;
  if (!chosen) return { url };
  const [, scheme = "https://", host = "example.com", path = url] = /^([a-z]+:\/\/)([^/]*)(.*)$/is.exec(url) ?? [];
  drafting.ask("/servers/0/variables/host", "Name the variable, and give a default that fits.");
  return { url: `${scheme}{host}${path}`, variables: { host: { default: host } } };
}

function tagsOf(drafting: Drafting): readonly string[] {
  return [...new Set(drafting.facts.namesBelow("operation").map((name) => tagOf(drafting, name)))];
}

function draftPaths(drafting: Drafting): Building {
  const paths: { [path: string]: Building } = {};
  for (const name of drafting.facts.namesBelow("operation")) {
    const path = String(drafting.facts.value("operation", name, "path"));
    const method = String(drafting.facts.value("operation", name, "method")).toLowerCase();
    paths[path] = { ...paths[path], [method]: draftOperation(drafting, name, child("/paths", path, method)) };
  }
  askAboutTwins(drafting, Object.keys(paths));
  return paths;
}

/** Two paths that differ in the names within their braces alone are one to a server. */
function askAboutTwins(drafting: Drafting, paths: readonly string[]): void {
  const first = new Map<string, string>();
  for (const path of paths) {
    const shape = pathShape(path);
    const twin = first.get(shape);
    if (twin === undefined) first.set(shape, path);
    else drafting.ask(child("/paths", path), `No server can tell this from ${twin}: only the names in braces differ.`);
  }
}

/** Puts a comment above the property or the item at a pointer. */
function placeComment(document: Document, pointer: string, comment: string): void {
  const text = comment.replace(/^/gm, " ");
  let node: unknown = document.contents;
  let target: Node | undefined;
  for (const key of splitPointer(pointer)) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    const next = pair?.value ?? (isSeq(node) ? node.items[Number(key)] : undefined);
    if (next === undefined || next === null) break;
    target = (pair?.key ?? next) as Node; // keys and items of a document are nodes
    node = next;
  }
  if (target !== undefined) target.commentBefore = target.commentBefore ? `${target.commentBefore}\n${text}` : text;
}
