import type { Chain, Step } from "./plan.js";
import { showIdentifier } from "./thing.js";

/** A plan for people: a paragraph for each chain, a line for each step. */
export function showPlan(chains: readonly Chain[]): string {
  return chains.map((chain) => `${headOf(chain)}\n${chain.steps.map(lineOf).join("")}`).join("\n");
}

function headOf({ thing, steps, leavesBehind }: Chain): string {
  const creates = steps.some(({ kind }) => kind === "create");
  const source = creates
    ? `created here: ${thing.parameter.name} is ${thing.create === undefined ? "" : showIdentifier(thing.create.identifier)}`
    : "none is created: the first of the list is looked at";
  const left = leavesBehind ? "\n  nothing deletes them: what is created stays" : "";
  return `chain ${thing.name} (${thing.path}), ${source}${left}`;
}

function lineOf(step: Step, index: number): string {
  const { id, method, path } = step.operation;
  return `  ${String(index + 1).padStart(2)}. ${id}  ${method.toUpperCase()} ${path}: ${purposeOf(step)}\n`;
}

/** What a step is for, in a few words. */
export function purposeOf(step: Step): string {
  if (step.kind === "limit") return `"${step.parameter}" bounds the list`;
  if (step.kind === "filter") return `"${step.filter.parameter.name}" narrows the list`;
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
};
