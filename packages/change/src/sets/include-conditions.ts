import { accepts } from "./accepts.js";
import type { Branch, Condition } from "./branch.js";
import type { Inclusion } from "./inclusion.js";
import { sampleOfBranch } from "./sample.js";
import { noBecauseOf, unknown, type Verdict, yes } from "./verdict.js";

/** A condition is held by the same one, or by what fulfils it in any case. */
export function holdsCondition(inclusion: Inclusion, branch: Branch, condition: Condition): Verdict {
  if (branch.conditions.some((own) => isSame(inclusion, own, condition))) return yes;
  const whole = [{ value: true, pointer: condition.pointer }];
  const sample = sampleOfBranch(inclusion.inner, branch);
  if (sample !== undefined && isRefused(inclusion, condition, sample)) return noBecauseOf(sample);
  return whole.length === 0 ? yes : unknown;
}

function isSame(inclusion: Inclusion, own: Condition, condition: Condition): boolean {
  if (own.kind !== condition.kind || own.name !== condition.name || own.schemas.length !== condition.schemas.length)
    return false;
  return own.schemas.every((use, index) => {
    const other = condition.schemas[index] ?? [];
    return inclusion.holds(use, other).answer === "yes" && inclusion.reverse.holds(other, use).answer === "yes";
  });
}

function isRefused(
  inclusion: Inclusion,
  { kind, name, schemas }: Condition,
  sample: Parameters<typeof accepts>[2],
): boolean {
  const fits = schemas.map((use) => accepts(inclusion.outer, use, sample));
  if (kind === "anyOf") return fits.every((fit) => fit === false);
  if (kind === "oneOf") return fits.every((fit) => fit === false) || fits.filter((fit) => fit === true).length > 1;
  if (kind === "dependentSchemas")
    return (
      typeof sample === "object" &&
      sample !== null &&
      name !== undefined &&
      Object.hasOwn(sample, name) &&
      fits[0] === false
    );
  return (fits[0] === true && fits[1] === false) || (fits[0] === false && fits[2] === false);
}
