import { markMember } from "@facsimile/codegen";
import {
  child,
  type DocumentNode,
  followReferences,
  isObject,
  type Json,
  type JsonObject,
  pathShape,
  splitPointer,
} from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import type { Edition } from "./edition.js";
import type { Found } from "./found.js";
import { type Editions, found } from "./place.js";
import { subjectOf } from "./subject.js";
import { code, inWords } from "./words.js";

/** Members that say something to people and nothing to programs; `info` is nothing else. */
const words: ReadonlySet<string> = new Set(
  "description summary title example examples tags externalDocs info links $comment bearerFormat refreshUrl oauth2MetadataUrl".split(
    " ",
  ),
);

/** Objects whose members are named by people: a property may be called `description`. */
const named: ReadonlySet<string> = new Set(
  `properties patternProperties $defs definitions dependentSchemas parameters headers responses securitySchemes callbacks variables
  content encoding paths webhooks scopes`.split(/\s+/),
);

/** Of those, the ones whose members are named by OpenAPI, so that `x-` begins an extension. */
const patterned: ReadonlySet<string> = new Set("paths responses".split(" "));

/** What is compared where something refers to it, or not at all: data, in which names mean whatever they mean. */
const skipped: ReadonlySet<string> = new Set("components default enum const required security mapping".split(" "));

/** What `generate` writes into the documents that packages carry is no difference to the document that they were generated from. */
const mark = `/${markMember}`;

/** Compares the words for people in both documents, along what their parts refer to. */
export function compareDocumentation(editions: Editions): readonly Found[] {
  const changes: Found[] = [];
  const pending = starts(editions);
  const seen = new Set<string>();
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const pair = `${step.old.pointer} ${step.new.pointer}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    for (const [key, was, is] of membersOf(step)) {
      changes.push(...memberChanged(editions, step, key, was, is));
      pending.push(...membersBelow(editions, step, key, was, is));
    }
  }
  return changes;
}

/** The documents, and the schemes of security: those are referred to by name. */
function starts({ old, new: next }: Editions): Step[] {
  const [was, is] = [old, next].map((edition) =>
    edition.object(edition.object(edition.root(), "components"), "securitySchemes"),
  );
  const schemes: Step[] = was === undefined || is === undefined ? [] : [{ old: was, new: is, isNamed: true }];
  return [{ old: old.root(), new: next.root(), isNamed: false }, ...schemes];
}

function memberChanged(editions: Editions, step: Step, key: string, was: Node, is: Node): readonly Found[] {
  if (was.pointer === mark) return [];
  if (isWord(step, key)) return wordsChanged(key, plain(editions.old, key, was), plain(editions.new, key, is));
  if (step.isNamed) return textChanged(key, was, is);
  return key === "deprecated" ? deprecationChanged(editions, step, was, is) : [];
}

function membersBelow(editions: Editions, step: Step, key: string, was: Node, is: Node): readonly Step[] {
  if (isWord(step, key) || (!step.isNamed && skipped.has(key))) return [];
  const isPatterned = !step.isNamed && patterned.has(key);
  return below(editions, was, is, !step.isNamed && named.has(key)).map((each) => ({ ...each, isPatterned }));
}

interface Node {
  readonly value: Json | undefined;
  readonly pointer: string;
}

interface Step {
  readonly old: DocumentNode;
  readonly new: DocumentNode;
  readonly isNamed: boolean;
  readonly isPatterned?: boolean;
}

/** Examples and links may be references: what they say is what those lead to. */
function plain(edition: Edition, key: string, { value, pointer }: Node): Node {
  if ((key !== "examples" && key !== "links") || !isObject(value)) return { value, pointer };
  const members = Object.entries(value).map(([name, each]): [string, Json] => [
    name,
    resolved(edition, { value: each, pointer: child(pointer, name) }).value,
  ]);
  return { value: Object.fromEntries(members), pointer };
}

/** Among names that people give, only extensions are words, and only where OpenAPI has a pattern for the names. */
function isWord({ isNamed, isPatterned, old, new: next }: Step, key: string): boolean {
  if (isNamed) return isPatterned === true && key.startsWith("x-");
  // What a server is called; its address is what it is.
  if (key === "name" && [old, next].every(({ value }) => isObject(value) && typeof value.url === "string")) return true;
  return words.has(key) || key.startsWith("x-");
}

/** The members of both by name; paths also by their shape. */
function membersOf({ old, new: next }: Step): readonly (readonly [string, Node, Node])[] {
  const [was, is] = [asObject(old.value), asObject(next.value)];
  const isPaths = old.pointer === "/paths" && next.pointer === "/paths";
  const shapes = new Map(isPaths ? Object.keys(is).map((key) => [pathShape(key), key] as const) : []);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((key) => {
    const other = Object.hasOwn(is, key) ? key : (shapes.get(pathShape(key)) ?? key);
    return [
      key,
      { value: memberIn(was, key), pointer: child(old.pointer, key) },
      { value: memberIn(is, other), pointer: child(next.pointer, other) },
    ];
  });
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

function memberIn(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Parameters are known by their place and name, servers by their address, all other items by where they stand. */
function itemKey(edition: Edition, value: Json, index: number): string {
  const item = resolved(edition, { value, pointer: "" }).value;
  if (!isObject(item)) return `${index}`;
  if (typeof item.in === "string" && typeof item.name === "string") return `${item.in} ${item.name}`;
  return typeof item.url === "string" ? item.url : `${index}`;
}

/** Items are held against the items that they were. */
function below(editions: Editions, was: Node, is: Node, isNamed: boolean): readonly Step[] {
  if (Array.isArray(was.value) && Array.isArray(is.value)) {
    const [old, next]: readonly (readonly Json[])[] = [was.value, is.value];
    const places = new Map((next ?? []).map((value, index) => [itemKey(editions.new, value, index), index]));
    return (old ?? []).flatMap((value, index) => {
      const place = places.get(itemKey(editions.old, value, index));
      if (place === undefined) return [];
      const other = { value: next?.[place], pointer: child(is.pointer, place) };
      return below(editions, { value, pointer: child(was.pointer, index) }, other, false);
    });
  }
  if (!isObject(was.value) || !isObject(is.value)) return [];
  const raw = {
    old: { value: was.value, pointer: was.pointer },
    new: { value: is.value, pointer: is.pointer },
    isNamed,
  };
  const whole = { old: resolved(editions.old, raw.old), new: resolved(editions.new, raw.new), isNamed };
  // Words may stand beside a reference.
  const areReferences = whole.old.pointer !== was.pointer && whole.new.pointer !== is.pointer;
  return areReferences ? [raw, whole] : [whole];
}

function resolved(edition: Edition, node: DocumentNode): DocumentNode {
  return followReferences(edition.json, node)?.at(-1) ?? node;
}

function wordsChanged(key: string, was: Node, is: Node): readonly Found[] {
  if (sameValue(was.value, is.value) || (isNothing(was.value) && isNothing(is.value))) return [];
  const edit = isNothing(was.value) ? "added" : isNothing(is.value) ? "removed" : "changed";
  return [
    found(
      `documentation-${edit}`,
      "none",
      { old: was, new: is },
      `${code(key)} is ${inWords(is.value)} now, it was ${inWords(was.value)}`,
    ),
  ];
}

/** No words at all. */
function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** What a scope is for stands right beside its name. Which scopes are needed, `security` says. */
function textChanged(key: string, was: Node, is: Node): readonly Found[] {
  return typeof (was.value ?? is.value) === "string" ? wordsChanged(key, was, is) : [];
}

function deprecationChanged({ new: edition }: Editions, step: Step, was: Node, is: Node): readonly Found[] {
  if ((was.value === true) === (is.value === true)) return [];
  const subject = ownerInWords(edition, step.new.pointer);
  return is.value === true
    ? [found("operation-deprecated", "none", step, `${subject} is deprecated now`)]
    : [found("operation-restored", "none", step, `${subject} is no longer deprecated`)];
}

/** An operation by its method and path, all else by what it is called. */
function ownerInWords(edition: Edition, pointer: string): string {
  const [section, path = "", method = "", ...more] = splitPointer(pointer);
  const isOperation = (section === "paths" || section === "webhooks") && method !== "" && more.length === 0;
  return isOperation ? `${method.toUpperCase()} ${path}` : subjectOf(edition, pointer);
}
