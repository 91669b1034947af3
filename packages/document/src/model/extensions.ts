import type { Json } from "../load/document.js";
import { splitLast } from "../load/pointer.js";
import type { Context } from "./context.js";

/** An extension that is true or absent. */
export function readFlag(context: Context, value: Json | undefined, pointer: string): boolean {
  if (value === undefined || typeof value === "boolean") return value ?? false;
  report(context, pointer, "true or false");
  return false;
}

/** An extension that holds text. */
export function readText(context: Context, value: Json | undefined, pointer: string): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  report(context, pointer, "text");
  return undefined;
}

function report(context: Context, pointer: string, expected: string): void {
  const name = splitLast(pointer)?.key ?? "";
  context.report(
    "extension-invalid",
    pointer,
    `The extension ${name} has to be ${expected}; it is not used.`,
    `Make it ${expected}, or remove it.`,
  );
}
