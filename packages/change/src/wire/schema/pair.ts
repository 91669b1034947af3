import type { Direction, Json, SchemaUse } from "@facsimile/document";
import type { RuleId } from "../../change/rules.js";
import type { Branch } from "../../sets/branch.js";
import type { Inclusions } from "../../sets/inclusions.js";
import type { Shapes } from "../../sets/shapes.js";
import type { Verdict } from "../../sets/verdict.js";
import type { Found } from "../found.js";

/** The most that a change below can mean, whatever its rule says: another alternative may allow what one refuses. */
export type Cap = "safe" | "unknown" | undefined;

/** Whether all values of the old edition are ones of the new, and the other way round. */
export interface Held {
  readonly forth: boolean;
  readonly back: boolean;
}

/** Two schemas that stand in the same place of both editions, and the changes between them as they are found. */
export interface Pair {
  readonly direction: Direction;
  readonly old: Shapes;
  readonly new: Shapes;
  /** Whether what the old edition allows is allowed by the new one; its reverse asks the opposite. */
  readonly inclusion: Inclusions;
  /** Whether what one edition allows is allowed by itself: asked of alternatives beside each other. */
  readonly selfOld: Inclusions;
  readonly selfNew: Inclusions;
  /** What the place is called in a sentence. */
  readonly subject: string;
  /** What another place is called. */
  nameOf(side: "old" | "new", pointer: string): string;
  report(rule: RuleId, places: Places, message: string, more?: Detail): void;
  /** Two schemas below these, which are compared for themselves. */
  below(old: SchemaUse, next: SchemaUse): void;
  /** The same place with what is found there meaning no more than the cap. */
  capped(cap: Cap): Pair;
  /** The same place with what is found there held against the values of a part of it. */
  judgedBy(held: Held): Pair;
}

/** What there is to say of a change beside its rule. */
export type Detail = Pick<Found, "class" | "example"> & { readonly direction?: "none" };

/** A value that proves a verdict, and the doubt where it leaves one that matters. */
export function detailOf(verdict: Verdict, matters: boolean): Detail {
  if (verdict.answer === "unknown") return matters ? { class: "unknown" } : {};
  return verdict.answer === "no" && verdict.example !== undefined ? { example: verdict.example } : {};
}

/** JSON pointers. */
export interface Places {
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** Two branches of one type. */
export interface BranchPair {
  readonly old: Branch;
  readonly new: Branch;
}

/** Where a keyword stands in both; the schemas themselves where it does not. */
export function placesOf({ old, new: next }: BranchPair, keyword: string): Places {
  return { old: placeOf(old, keyword), new: placeOf(next, keyword) };
}

function placeOf({ parts }: Pick<Branch, "parts">, keyword: string): string | undefined {
  const part = parts.find(({ keywords }) => keywords[keyword] !== undefined);
  return part === undefined ? parts[0]?.pointer : `${part.pointer}/${keyword}`;
}

/** The value of a keyword in the first part that has it. */
export function stated({ parts }: Pick<Branch, "parts">, keyword: string): Json | undefined {
  return parts.find(({ keywords }) => keywords[keyword] !== undefined)?.keywords[keyword];
}
