import { showIdentifier } from "@facsimile/mock/things";
import type { Chain, Step } from "./plan.js";

/** A plan for people: a paragraph for each chain, a line for each step. */
export function showPlan(chains: readonly Chain[]): string {
  return chains
    .map(
      (chain) => `${headOf(chain)}\n${chain.steps.map((step, index) => lineOf(step, index, chain.creates)).join("")}`,
    )
    .join("\n");
}

function headOf({ thing, creates, leavesBehind }: Chain): string {
  const source = creates
    ? `created here: ${thing.parameter.name} is ${thing.create === undefined ? "" : showIdentifier(thing.create.identifier)}`
    : "none is created: the first of the list is looked at";
  const left = leavesBehind ? "\n  nothing deletes them: what is created stays" : "";
  return `chain ${thing.name} (${thing.path}), ${source}${left}`;
}

function lineOf(step: Step, index: number, creates: boolean): string {
  const { id, method, path } = step.operation;
  return `  ${String(index + 1).padStart(2)}. ${id}  ${method.toUpperCase()} ${path}: ${purposeOf(step, creates)}\n`;
}

/** What a step is for, in a few words: of things that the chain creates, or of some that are there. */
export function purposeOf(step: Step, creates: boolean): string {
  if (step.kind === "limit") return `"${step.parameter}" bounds the list`;
  if (step.kind === "filter") return `"${step.filter.parameter.name}" narrows the list`;
  if (!creates && step.kind === "read") return "it is found";
  if (!creates && step.kind === "list") return "the list";
  return purposes[step.kind];
}

const purposes: Readonly<Record<Exclude<Step["kind"], "limit" | "filter">, string>> = {
  create: "two are created, each other than the other",
  take: "the first of the list",
  read: "it is found, and is what was sent",
  list: "the list has what was created",
  change: "a change shows in the answer and when it is read again",
  below: "what belongs to it",
  unknown: "an id that nothing has gives what is stated for it",
  delete: "one is deleted, is gone, and cannot be deleted again",
  same: "with the one that was deleted",
  alive: "with the one that is there, if it had no success with the other",
};
