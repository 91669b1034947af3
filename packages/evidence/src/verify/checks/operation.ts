import type { FactValue } from "../../facts/fact.js";
import { squashed } from "../../families/spelling.js";
import { child } from "../../spec/json.js";
import type { SpecOperation } from "../../spec/operations.js";
import { type Answer, confirmed, contradicted, missing } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";

/** Runs a check on the operation that the first name means. */
export function onOperation(
  check: (compared: Compared, operation: SpecOperation, names: readonly string[], value: FactValue) => Answer,
): Check {
  return (compared, [name = "", ...names], value) => {
    const operation = compared.operation(name);
    if (operation !== undefined) return check(compared, operation, [name, ...names], value);
    const request = `${compared.fact("operation", name, "method") ?? ""} ${compared.fact("operation", name, "path") ?? ""}`;
    return missing("/paths", `has no operation ${request.trim() || name}`);
  };
}

const checkName = onOperation((compared, { node, pointer }, [name = ""], value) => {
  const at = child(pointer, "operationId");
  const id = node.operationId;
  if (id === undefined) return missing(pointer, "gives the operation no operationId");
  const spelled = compared.family.spell.operation(String(id));
  // Where two pages have an operation of one name, the document has to call one of them otherwise.
  const isShared = name !== value && squashed(String(id)).includes(squashed(String(value)));
  return spelled === value || isShared
    ? confirmed(pointer)
    : contradicted(at, `calls it ${String(id)}, which the SDK would spell ${spelled}`);
});

const checkMethod = onOperation((_, { method, pointer }, __, value) => {
  return method === value ? confirmed(pointer) : contradicted(pointer, `has it as ${method}`);
});

const checkPath = onOperation((_, { path, pointer }, __, value) => {
  return path === value ? confirmed(pointer) : contradicted(pointer, `has it at ${path}`);
});

function hasText(field: "summary" | "description"): Check {
  return onOperation((_, { node, pointer }) => {
    const text = node[field];
    return typeof text === "string" && text.trim() !== ""
      ? confirmed(pointer)
      : missing(pointer, `gives the operation no ${field}`);
  });
}

export const operationChecks: Checks = {
  "operation/*": checkName,
  "operation/*/method": checkMethod,
  "operation/*/path": checkPath,
  "operation/*/deprecated": onOperation((_, { node, pointer }) => {
    const at = child(pointer, "deprecated");
    return node.deprecated === true ? confirmed(pointer, at) : missing(pointer, "does not have it as deprecated");
  }),
  "operation/*/summary": hasText("summary"),
  "operation/*/description": hasText("description"),
  "wire/operation/*/method": checkMethod,
  "wire/operation/*/path": checkPath,
};
