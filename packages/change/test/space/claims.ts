import type { Json, JsonObject } from "@facsimile/document";
import { changeRules, classOf, type RuleId } from "../../src/change/rules.js";
import type { Edit } from "./edits.js";

/** Nothing travels differently, and nothing is told: why that is right. */
export interface Nothing {
  readonly nothing: string;
}

/** Other claims for requests than for answers. */
export interface Turned {
  readonly request: Plain;
  readonly response: Plain;
}

/** Other claims for some places, by their names. */
export interface Placed {
  readonly at: Readonly<Record<string, Plain | Turned>>;
  readonly else: Plain | Turned;
}

/**
 * The rules that are reported, with spaces between: `enum-value-added`; with a direction or a class where they are not those of the place and of the rule:
 * `webhook-added/response`, `response-added=warning`.
 */
export type Plain = string | Nothing;
export type Claim = Plain | Turned | Placed;

export interface Row {
  /** What it is about, where there are several for the field. */
  readonly name?: string;
  /** What stands beside the field in both editions. */
  readonly beside?: JsonObject;
  /** See {@link valuesOf}. */
  readonly samples: readonly Json[] | JsonObject;
  readonly claims: Partial<Record<Edit, Claim>>;
  /** The documents have to be read from a file, which resolves what this field names. */
  readonly isLoaded?: boolean;
}

/** The rows of an object by its fields. Several of one field: what stands beside it decides what an edit means. */
export type Rows = Readonly<Record<string, Row | readonly Row[]>>;

export function nothing(reason: string): Nothing {
  return { nothing: reason };
}

/** `rule/direction=class` of everything that is reported at a place, in order; or the reason why nothing is. */
export function expected(claim: Claim, place: string, direction: "request" | "response"): readonly string[] | Nothing {
  const placed = isPlaced(claim) ? (claim.at[place] ?? claim.else) : claim;
  const plain = typeof placed === "object" && "request" in placed ? placed[direction] : placed;
  if (typeof plain !== "string") return plain;
  return plain
    .split(" ")
    .map((told) => complete(told, direction))
    .sort();
}

function isPlaced(claim: Claim): claim is Placed {
  return typeof claim === "object" && "at" in claim;
}

function complete(told: string, direction: "request" | "response"): string {
  const [, rule = "", stated, verdict] = /^([^/=]+)(?:\/([^=]+))?(?:=(.+))?$/.exec(told) ?? [];
  if (!isRule(rule)) throw new Error(`there is no rule ${told}`);
  const travels = stated === "request" || stated === "response" ? stated : direction;
  const way = changeRules[rule].area === "metadata" ? "none" : travels;
  return `${rule}/${way}=${verdict ?? classOf(rule, way)}`;
}

export function isRule(text: string): text is RuleId {
  return Object.hasOwn(changeRules, text);
}

/** The rules that a claim names. */
export function rulesOf(claim: Claim): readonly string[] {
  if (typeof claim === "string") return claim.split(" ").map((told) => told.replace(/[/=].*$/, ""));
  if ("nothing" in claim) return [];
  return isPlaced(claim)
    ? [claim.else, ...Object.values(claim.at)].flatMap(rulesOf)
    : [claim.request, claim.response].flatMap(rulesOf);
}

/** Words for people. */
export function words(...samples: readonly Json[]): Row {
  return {
    samples,
    claims: { added: "documentation-added", removed: "documentation-removed", changed: "documentation-changed" },
  };
}

/** Words that are a part of others, which are compared as a whole. */
export function wordsInside(...samples: readonly Json[]): Row {
  return { samples, claims: all("documentation-changed") };
}

/** Members of words. */
export function listOfWords(samples: Row["samples"], moved: Claim = "documentation-changed"): Row {
  const edited = "documentation-changed";
  return {
    samples,
    claims: {
      added: "documentation-added",
      removed: "documentation-removed",
      "item added": edited,
      "item removed": edited,
      "item changed": edited,
      moved,
    },
  };
}

/** One claim for every edit. */
export function all(claim: Claim): Row["claims"] {
  return {
    added: claim,
    removed: claim,
    changed: claim,
    raised: claim,
    lowered: claim,
    "false added": claim,
    "false removed": claim,
    "item added": claim,
    "item removed": claim,
    "item changed": claim,
    moved: claim,
  };
}

/** A flag that is false where it is not stated. */
export function flag(beside: JsonObject, set: Claim, unset: Claim): Row {
  const spelled = nothing("false is what holds without it");
  return {
    beside,
    samples: [],
    claims: {
      added: set,
      raised: set,
      removed: unset,
      lowered: unset,
      "false added": spelled,
      "false removed": spelled,
    },
  };
}

/** A flag that is true where it is not stated. */
export function flagOfTrue(beside: JsonObject, set: Claim, unset: Claim): Row {
  const spelled = nothing("true is what holds without it");
  return {
    beside,
    samples: [],
    claims: {
      added: spelled,
      removed: spelled,
      raised: set,
      lowered: unset,
      "false added": unset,
      "false removed": set,
    },
  };
}

/** Places where nothing is told, for one reason. */
export function none(places: readonly string[], reason: string): Readonly<Record<string, Nothing>> {
  return Object.fromEntries(places.map((place) => [place, nothing(reason)]));
}

/** A reference stands for what it leads to. */
export const reference: Row = {
  samples: [],
  claims: {
    extracted: nothing("a reference stands for what it leads to"),
    inlined: nothing("a reference stands for what it leads to"),
    "led elsewhere": nothing("both targets say the same"),
  },
};

export const note: Row = words("one", "other");
