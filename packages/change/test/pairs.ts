import { readdir, readFile } from "node:fs/promises";
import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { parse } from "yaml";
import type { ChangeArea, ChangeClass, ChangeDirection } from "../src/change/change.js";
import { documentOf, type Place } from "./pair-document.js";

/** What old callers' code sees of a change in a generated package: it does not compile, an exhaustive `switch` has a hole, or nothing. */
export type TypesVerdict = "breaking" | "warning" | "compatible";

/** What becomes of the version of a 0.x package. */
export type Bump = "minor" | "patch" | "none";

/** A change that must be reported. */
export interface ExpectedChange {
  readonly class: ChangeClass;
  readonly direction: ChangeDirection;
  readonly area: ChangeArea;
  /** Only where `docs/changes.md` names the rule. */
  readonly rule?: string;
}

/** Two editions of a document, and what is right to say of the way from one to the other, and back. */
export interface Pair {
  readonly name: string;
  /** The file in `pairs/` that states it. */
  readonly topic: string;
  readonly old: JsonObject;
  readonly new: JsonObject;
  /** Every change from old to new. The order means nothing. */
  readonly forth: readonly ExpectedChange[];
  /** Every change from new to old. */
  readonly back: readonly ExpectedChange[];
  /** Forth and back. Undefined where the generator's own choices decide. */
  readonly types: readonly [TypesVerdict, TypesVerdict] | undefined;
  /** Forth and back. Undefined as for `types`. */
  readonly bump: readonly [Bump, Bump] | undefined;
}

/** A pair as its file states it: only the part that differs, and where it stands. */
export interface StatedPair {
  readonly name: string;
  readonly version?: string | readonly [string, string];
  readonly at: Place;
  readonly old: Json;
  readonly new: Json;
  readonly components?: JsonObject;
  readonly oldComponents?: JsonObject;
  readonly newComponents?: JsonObject;
  readonly forth: readonly ExpectedChange[];
  readonly back: readonly ExpectedChange[];
  readonly types?: readonly [TypesVerdict, TypesVerdict];
  readonly bump?: readonly [Bump, Bump];
}

const folder = new URL("pairs/", import.meta.url);

/** Every pair of the corpus as it is stated, with its topic. */
export async function readStatedPairs(): Promise<readonly (readonly [topic: string, pair: StatedPair])[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const topics = names.map(async (name) => {
    const stated = parse(await readFile(new URL(name, folder), "utf8"), { maxAliasCount: 1000 }) as Json;
    if (!Array.isArray(stated) || !stated.every(isObject)) throw new Error(`${name} is no list of pairs.`);
    // What a pair holds is checked by pairs.well-formed.test.ts.
    return stated.map((pair) => [name.replace(/\.yaml$/, ""), pair as unknown as StatedPair] as const);
  });
  return (await Promise.all(topics)).flat();
}

/** Every pair of the corpus, with complete documents. */
export async function readPairs(): Promise<readonly Pair[]> {
  return (await readStatedPairs()).map(([topic, stated]) => pairOf(topic, stated));
}

function pairOf(topic: string, stated: StatedPair): Pair {
  const { version = "3.1", at, components } = stated;
  const [oldVersion, newVersion] = typeof version === "string" ? [version, version] : version;
  return {
    name: stated.name,
    topic,
    old: documentOf(at, oldVersion, stated.old, stated.oldComponents ?? components),
    new: documentOf(at, newVersion, stated.new, stated.newComponents ?? components),
    forth: stated.forth,
    back: stated.back,
    types: stated.types,
    bump: stated.bump,
  };
}
