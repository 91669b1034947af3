import { changeRules, type RuleId } from "../../change/rules.js";
import type { Shape } from "../../sets/branch.js";
import { isSilentKeyword } from "../../sets/silent-keywords.js";
import type { Held } from "./pair.js";

/** Rules that follow conventions, and not sets of values. */
const conventional =
  /^(?:(?:property-added|property-removed|branch-added|branch-removed|required-property-removed)$|format-|content-|default-|documentation-|discriminator-)/;

/** Whether the sets of values say otherwise than a rule that looked at a keyword: another one says the same already. */
export function isRefuted(rule: RuleId, { forth, back }: Held): boolean {
  if (conventional.test(rule)) return false;
  const { effect } = changeRules[rule];
  if (effect === "narrows") return forth;
  return effect === "widens" ? back : forth && back;
}

/** Whether a schema allows every value. */
export function isAnything(shape: Shape): boolean {
  return (
    shape.size === 6 &&
    [...shape.values()].every((branches) =>
      branches.some(({ parts, excluded, conditions, values, type }) => {
        const isFree = parts.every(({ keywords }) =>
          Object.keys(keywords).every((keyword) => isSilentKeyword(keyword) || neutral.has(keyword)),
        );
        return (
          isFree &&
          excluded.length + conditions.length === 0 &&
          (values === undefined || type === "null" || type === "boolean")
        );
      }),
    )
  );
}

/** What holds other keywords, which are read for themselves, or counts elsewhere. */
const neutral: ReadonlySet<string> = new Set("$ref readOnly writeOnly type allOf anyOf".split(" "));
