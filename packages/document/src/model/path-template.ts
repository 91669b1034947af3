import { child } from "../load/pointer.js";
import type { Operation } from "./api.js";
import type { Context } from "./context.js";

/** The names in the braces of a template, which is a path or the URL of a server, in its order. */
export function templateNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** Holds a path template and the parameters of an operation against each other. */
export function checkPathParameters(context: Context, operation: Operation, pathPointer: string): void {
  const names = templateNames(operation.path);
  const declared = operation.parameters.filter((parameter) => parameter.in === "path");
  for (const name of new Set(names)) {
    if (declared.some((parameter) => parameter.name === name)) continue;
    const message = `The path has {${name}}, but the operation "${operation.id}" has no path parameter "${name}".`;
    const fix = `Add a parameter with in: path, name: ${name} and required: true to the operation or its path.`;
    context.report("path-parameter-undeclared", operation.pointer, message, fix);
  }
  for (const { name, pointer } of declared) {
    if (names.includes(name)) continue;
    const message = `The operation "${operation.id}" has a path parameter "${name}", but its path has no {${name}}.`;
    const fix = `Write {${name}} in the path ${operation.path}, or change the parameter's name or place.`;
    context.report("path-parameter-unused", pointer, message, fix);
  }
  checkTwice(context, names, pathPointer);
}

function checkTwice(context: Context, names: readonly string[], pathPointer: string): void {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    const message = `The path has {${name}} twice.`;
    context.report("path-template-invalid", pathPointer, message, "Give each place in the path a name of its own.");
  }
}

export function checkTemplate(context: Context, path: string, pathsPointer: string): void {
  const pointer = child(pathsPointer, path);
  if (!path.startsWith("/")) {
    const message = `The path "${path}" does not begin with a slash.`;
    context.report("path-template-invalid", pointer, message, `Write "/${path}".`);
  }
  const rest = path.replaceAll(/\{[^{}/?#]+\}/g, "");
  const wrong = /[{}?#]/.exec(rest)?.[0];
  if (wrong === undefined) return;
  const message = `The path "${path}" has a "${wrong}" that belongs to no {parameter}.`;
  const fix =
    wrong === "?" || wrong === "#"
      ? "Describe the query by parameters with in: query."
      : "Write every brace in a pair around a name.";
  context.report("path-template-invalid", pointer, message, fix);
}
