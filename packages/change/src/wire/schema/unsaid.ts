import type { Direction, SchemaUse } from "@facsimile/document";
import { changeRules, classOf } from "../../change/rules.js";
import type { Inclusions } from "../../sets/inclusions.js";
import type { Verdict } from "../../sets/verdict.js";
import type { Edition } from "../edition.js";
import type { Found } from "../found.js";
import { subjectOf } from "../subject.js";
import { asSentence } from "../words.js";

interface Schemas {
  readonly old: SchemaUse;
  readonly new: SchemaUse;
}

/** What the sets of values say and no rule found the reason for. */
export function unsaid(
  edition: Edition,
  inclusion: Inclusions,
  direction: Direction,
  schemas: Schemas,
  changes: readonly Found[],
): readonly Found[] {
  const effects = new Set(changes.map(({ rule }) => changeRules[rule].effect));
  const isSaid = (effect: "narrows" | "widens"): boolean =>
    [effect, "changes", "undecided"].some((each) => effects.has(each as typeof effect));
  const report = (effect: "narrows" | "widens", verdict: Verdict): readonly Found[] => {
    const isSafe = classOf(effect === "narrows" ? "schema-narrowed" : "schema-widened", direction) === "safe";
    if (verdict.answer === "yes" || isSaid(effect) || (isSafe && effects.size > 0)) return [];
    return [wholeChange(edition, direction, schemas, effect, verdict)];
  };
  return [
    ...report("narrows", inclusion.holds(schemas.old, schemas.new)),
    ...report("widens", inclusion.reverse.holds(schemas.new, schemas.old)),
  ];
}

function wholeChange(
  edition: Edition,
  direction: Direction,
  { old, new: next }: Schemas,
  effect: "narrows" | "widens",
  verdict: Verdict,
): Found {
  const subject = subjectOf(edition, next[0]?.pointer ?? old[0]?.pointer ?? "");
  const rule = effect === "narrows" ? "schema-narrowed" : "schema-widened";
  const isUnsure = verdict.answer === "unknown" && classOf(rule, direction) === "breaking";
  return {
    rule,
    direction,
    old: old[0]?.pointer,
    new: next[0]?.pointer,
    message: asSentence(
      `${subject} ${isUnsure ? "may allow" : "allows"} ${effect === "narrows" ? "fewer" : "more"} values now`,
    ),
    ...(isUnsure && { class: "unknown" }),
    ...("example" in verdict && verdict.example !== undefined && { example: verdict.example }),
  };
}
