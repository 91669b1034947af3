import { markMember } from "@facsimile/codegen";
import { child, type DocumentNode, followReferences, isObject, type Json, type JsonObject } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import type { Edition } from "./edition.js";
import type { Found } from "./found.js";
import { pathShape } from "./operations.js";
import { type Editions, found } from "./place.js";
import { code, inWords } from "./words.js";

/** Members that say something to people and nothing to programs; `info` is nothing else. */
const words: ReadonlySet<string> = new Set(
  "description summary title example examples tags externalDocs info links $comment bearerFormat refreshUrl".split(" "),
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
  const schemes = (edition: Edition): DocumentNode[] => {
    const node = edition.object(edition.object(edition.root(), "components"), "securitySchemes");
    return node === undefined ? [] : [node];
  };
  const [old, next] = [schemes(editions.old)[0], schemes(editions.new)[0]];
  const pending: Step[] = [{ old: editions.old.root(), new: editions.new.root(), isNamed: false }];
  if (old !== undefined && next !== undefined) pending.push({ old, new: next, isNamed: true });
  const seen = new Set<string>();
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const pair = `${step.old.pointer} ${step.new.pointer}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    for (const [key, was, is] of membersOf(step)) {
      if (was.pointer === mark) continue;
      if (step.isNamed ? step.isPatterned === true && key.startsWith("x-") : isWord(key))
        changes.push(...wordsChanged(key, plain(editions.old, key, was), plain(editions.new, key, is)));
      else if (!step.isNamed && key === "deprecated") changes.push(...deprecationChanged(step, was, is));
      else if (step.isNamed || !skipped.has(key)) {
        const isPatterned = !step.isNamed && patterned.has(key);
        pending.push(
          ...below(editions, was, is, !step.isNamed && named.has(key)).map((each) => ({ ...each, isPatterned })),
        );
        changes.push(...(step.isNamed ? textChanged(key, was, is) : []));
      }
    }
  }
  return changes;
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

function isWord(key: string): boolean {
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

function deprecationChanged(step: Step, was: Node, is: Node): readonly Found[] {
  if ((was.value === true) === (is.value === true)) return [];
  const rule = is.value === true ? "operation-deprecated" : "operation-restored";
  return [found(rule, "none", step, is.value === true ? "this is deprecated now" : "this is no longer deprecated")];
}
