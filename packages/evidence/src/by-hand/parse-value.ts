import { parse } from "yaml";
import { isFactValue } from "../facts/evidence-json.js";
import type { FactValue } from "../facts/fact.js";

/** The value that a text is in YAML, or a type that begins with a model, which YAML has no form for. Throws an Error that says why it is none. */
export function parseValue(text: string): FactValue {
  if (text.trimStart().startsWith("@")) return text.trim();
  const value: unknown = (() => {
    try {
      return parse(text);
    } catch {
      return undefined;
    }
  })();
  if (isFactValue(value)) return value;
  throw new Error(
    `${JSON.stringify(text)} is no value of a fact. Write text, a number, true, false, null or a list of them such as [a, b].`,
  );
}
