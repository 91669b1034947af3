import type { Json, JsonObject } from "../load/document.js";
import type { Rule } from "./evaluation.js";
import { membersOf, type SchemaSource } from "./source.js";

const lists = ["allOf", "anyOf", "oneOf"] as const;
const singles = ["not", "if", "then", "else"] as const;

/**
 * Whether null is a valid value. It is one value, so that it can be held against each keyword: `type`, `enum`, `const` and the compositions; no
 * other keyword refuses it (JSON Schema 2020-12, core, 7.6.1). A `nullable` that is left over (`modernKeywords`) overrules them all.
 */
export function nullRule(source: SchemaSource): Rule<boolean> {
  return {
    before(keywords) {
      const target = source.target(keywords);
      const members = lists.flatMap((keyword) => membersOf(keywords, keyword).map(({ value }) => value));
      const others = singles.flatMap((keyword) => keywords[keyword] ?? []);
      return [...(target === undefined ? [] : [target.value]), ...members, ...others];
    },
    result(keywords, fits) {
      if (keywords.nullable === true) return true;
      const target = source.target(keywords);
      return (
        ownAllowsNull(keywords) && (target === undefined || fits(target.value)) && compositionsAllow(keywords, fits)
      );
    },
    inCircle: true,
  };
}

/** Whether `type`, `enum` and `const` of a schema leave room for null; its compositions may still refuse it. */
export function ownAllowsNull({ type, enum: listed, const: only }: JsonObject): boolean {
  if (type !== undefined && type !== "null" && !(Array.isArray(type) && type.includes("null"))) return false;
  return (!Array.isArray(listed) || listed.includes(null)) && (only === undefined || only === null);
}

function compositionsAllow(keywords: JsonObject, fits: (schema: Json) => boolean): boolean {
  const [all, any, one] = lists.map((keyword) => {
    const members = membersOf(keywords, keyword);
    return { of: members.length, fitting: members.filter(({ value }) => fits(value)).length };
  });
  if (all !== undefined && all.fitting < all.of) return false;
  if (any !== undefined && any.of > 0 && any.fitting === 0) return false;
  if (one !== undefined && one.of > 0 && one.fitting !== 1) return false;
  const { not, if: condition, else: otherwise } = keywords;
  if (not !== undefined && fits(not)) return false;
  if (condition === undefined) return true;
  const branch = fits(condition) ? keywords.then : otherwise;
  return branch === undefined || fits(branch);
}
