import { nearest } from "@facsimile/document/diagnostics";
import { InputError } from "../input-error.js";
import type { Change, ChangeClass } from "./change.js";
import { changeRules } from "./rules.js";

/** Other classes for rules than their own, by `<rule>/<direction>`, such as `enum-value-added/response`. */
export type ClassSettings = ReadonlyMap<string, ChangeClass>;

const classes: readonly ChangeClass[] = ["breaking", "warning", "unknown", "safe"];

/**
 * Reads settings as `enum-value-added/response=breaking`.
 *
 * @throws InputError that says what is wrong with one.
 */
export function readClassSettings(texts: readonly string[]): ClassSettings {
  return new Map(
    texts.map((text) => {
      const [, rule = "", direction = "", given = ""] = /^([^/=]*)\/?([^=]*)=?(.*)$/.exec(text) ?? [];
      const chosen = classes.find((each) => each === given);
      if (chosen === undefined)
        throw new InputError(
          `"${text}": write <rule>/<direction>=<class>, with one of the classes ${classes.join(", ")}`,
        );
      if (!Object.hasOwn(changeRules, rule)) {
        const meant = nearest(rule, Object.keys(changeRules));
        throw new InputError(
          `"${text}": there is no rule "${rule}"${meant === undefined ? "" : `, did you mean ${meant}?`}`,
        );
      }
      if (direction !== "request" && direction !== "response")
        throw new InputError(`"${text}": a direction is request or response`);
      return [`${rule}/${direction}`, chosen];
    }),
  );
}

export function reclassify(changes: readonly Change[], settings: ClassSettings): readonly Change[] {
  return changes.map((change) => ({
    ...change,
    class: settings.get(`${change.rule}/${change.direction}`) ?? change.class,
  }));
}
