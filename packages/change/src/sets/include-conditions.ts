import { referencesIn } from "@facsimile/document";
import { accepts } from "./accepts.js";
import type { Branch, Condition } from "./branch.js";
import type { Inclusions } from "./inclusions.js";
import { sampleOfBranch } from "./sample.js";
import { every, noBecauseOf, together, unknown, type Verdict, yes } from "./verdict.js";

/** Whether all values of a branch fulfil a condition of the other edition. */
export function holdsCondition(inclusion: Inclusions, branch: Branch, condition: Condition): Verdict {
  if (likeliestFirst(branch, condition).some((own) => isSame(inclusion, own, condition))) return yes;
  const verdict = condition.kind === "if" ? holdsCases(inclusion, branch, condition) : unknown;
  if (verdict.answer !== "unknown") return verdict;
  const sample = sampleOfBranch(inclusion.inner, branch);
  const isRefused = sample !== undefined && refuses(inclusion, condition, sample);
  return isRefused ? noBecauseOf(sample) : unknown;
}

/** What fulfils the `if` has to fulfil the `then`, and all else the `else`. */
function holdsCases(inclusion: Inclusions, branch: Branch, { pointer, schemas }: Condition): Verdict {
  const [when = [], met = [], unmet = []] = schemas;
  // The `if` is read beside the schemas of the other edition: what it refers to is not there.
  const isReadable = when.every(({ value }) => referencesIn(value).length === 0);
  const split = (then: typeof when, other: typeof when): readonly Branch[] =>
    isReadable
      ? inclusion.inner.cases({
          ...branch,
          conditions: [...branch.conditions, { kind: "if", pointer, schemas: [when, then, other] }],
        })
      : [branch];
  const nothing = [{ value: false, pointer }];
  const held = every(split([], nothing), (each) =>
    inclusion.branchHolds(each, inclusion.outer.of(met).get(branch.type) ?? []),
  );
  const other = every(split(nothing, []), (each) =>
    inclusion.branchHolds(each, inclusion.outer.of(unmet).get(branch.type) ?? []),
  );
  const verdict = together(held, other);
  return verdict.answer === "no" && !isReadable ? unknown : verdict;
}

/** The condition at the same place: there may be hundreds. */
function likeliestFirst({ conditions }: Branch, { pointer }: Condition): readonly Condition[] {
  const same = conditions.filter((own) => own.pointer === pointer);
  return same.length === 0 ? conditions : [...same, ...conditions.filter((own) => own.pointer !== pointer)];
}

/** What it costs to compare two conditions, in steps of looking at a branch. */
const costOfComparison = 25;

function isSame(inclusion: Inclusions, own: Condition, condition: Condition): boolean {
  if (own.kind !== condition.kind || own.schemas.length !== condition.schemas.length) return false;
  if (!inclusion.inner.effort.spend(costOfComparison)) return false;
  return own.schemas.every((use, index) => {
    const other = condition.schemas[index] ?? [];
    return inclusion.holds(use, other).answer === "yes" && inclusion.reverse.holds(other, use).answer === "yes";
  });
}

function refuses({ outer }: Inclusions, { kind, schemas }: Condition, sample: Parameters<typeof accepts>[2]): boolean {
  const fits = schemas.map((use) => accepts(outer, use, sample));
  if (kind === "if") return (fits[0] === true && fits[1] === false) || (fits[0] === false && fits[2] === false);
  return fits.every((fit) => fit === false) || (kind === "oneOf" && fits.filter((fit) => fit === true).length > 1);
}
