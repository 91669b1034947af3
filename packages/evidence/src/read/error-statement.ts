import type { Stated } from "./stated.js";

/** What the words in brackets after a property say of it. */
const types: Readonly<Record<string, string>> = {
  string: "string",
  object: "object",
  "an object: field name to a list of messages": "map<array<string>>",
};

/**
 * The body of an error as a sentence gives it:
 * "`error_code` (always `not_found`), `message`; both required".
 */
export function readErrorBody(status: string, body: string): readonly Stated[] {
  const allRequired = /; (?:all \w+|both) required$/.test(body);
  const properties = [...body.matchAll(/`([^`]+)`(?: \(([^()]*)\))?(?=[,;]|$)/g)];
  return properties.flatMap(([, name = "", said = ""]) => {
    const fact = (kind: string): readonly string[] => ["errors", "status", status, "property", name, kind];
    const facts: Stated[] = [[fact("type"), types[said] ?? "string"]];
    const only = /^always `([^`]+)`$/.exec(said)?.[1];
    if (only !== undefined) facts.push([fact("enum"), [only]]);
    if (allRequired || said === "required") facts.push([fact("required"), true]);
    return facts;
  });
}
