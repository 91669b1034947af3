import { child } from "../load/pointer.js";
import type { Parameter } from "./api.js";
import type { Context } from "./context.js";
import { type PathTemplate, templateNames } from "./path-template.js";

/** The operation that parameters belong to, as messages and places have it. */
interface Owner {
  /** `GET /users/{id}`. */
  readonly label: string;
  readonly pointer: string;
}

/**
 * Holds a path and the parameters of an operation against each other: what the path needs and nobody declares is a required text, what is declared and
 * has no place in the path is not sent, and a parameter that stands in a query in the path is one of the query.
 */
export function fitParameters(
  context: Context,
  template: PathTemplate,
  parameters: readonly Parameter[],
  owner: Owner,
): readonly Parameter[] {
  const names = new Set(templateNames(template.path));
  const inQuery = new Set(template.queryNames);
  const fitting = parameters.flatMap((parameter): Parameter[] => {
    if (inQuery.has(parameter.name) && (parameter.in === "path" || parameter.in === "query"))
      return [{ ...parameter, in: "query", style: "form", explode: true, required: true }];
    if (parameter.in !== "path" || names.has(parameter.name)) return [parameter];
    reportUnused(context, parameter, owner);
    return [];
  });
  const has = (place: Parameter["in"], name: string): boolean =>
    fitting.some((parameter) => parameter.in === place && parameter.name === name);
  const missing = [
    ...[...names].filter((name) => !has("path", name)).map((name) => undeclared(context, "path", name, owner)),
    ...[...inQuery].filter((name) => !has("query", name)).map((name) => undeclared(context, "query", name, owner)),
  ];
  return [...fitting, ...missing];
}

function reportUnused(context: Context, { name, pointer }: Parameter, { label }: Owner): void {
  const message = `The operation ${label} has a path parameter "${name}", which has no place in its path and is not sent.`;
  const fix = `Write {${name}} in the path, or change the parameter's name or place.`;
  context.report("path-parameter-unused", pointer, message, fix);
}

function undeclared(context: Context, place: "path" | "query", name: string, { label, pointer }: Owner): Parameter {
  const message = `The path of ${label} has {${name}}, but no parameter is called so; it is taken for a required text.`;
  const fix = `Add a parameter with in: ${place}, name: ${name} and required: true to the operation or its path.`;
  context.report("path-parameter-undeclared", pointer, message, fix);
  // What would come after the last one (RFC 6901, 4).
  const missing = child(child(pointer, "parameters"), "-");
  return {
    pointer: missing,
    name,
    in: place,
    description: undefined,
    required: true,
    deprecated: false,
    style: place === "path" ? "simple" : "form",
    explode: place === "query",
    allowReserved: false,
    mediaType: undefined,
    schema: { pointer: child(missing, "schema"), component: undefined, json: { type: "string" } },
  };
}
