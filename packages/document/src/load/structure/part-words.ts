import type { DiagnosticCode } from "../../diagnostics/registry.js";
import { objectAt, type Place } from "./place.js";

/** A part of a document that can be left out: the code that says so, and what it is called. */
export function describePart(place: Place): { readonly code: DiagnosticCode; readonly words: string } {
  switch (objectAt(place)) {
    case "Operation":
      return { code: "operation-invalid", words: `The operation ${operationName(place)}` };
    case "Path Item":
      return { code: "path-item-invalid", words: `The ${kindOfPathItem(place)} ${nameOf(place)}` };
    case "Security Scheme":
      return { code: "security-scheme-invalid", words: `The security scheme "${place.key}"` };
    case "Server":
      return { code: "server-invalid", words: `Server ${Number(place.key) + 1}` };
    default:
      return { code: "component-invalid", words: `The ${kindOf(place)} "${place.key}" of the components` };
  }
}

function operationName({ key, outer }: Place): string {
  const name = outer === undefined ? "" : nameOf(outer);
  return `${String(key).toUpperCase()} ${name}`.trim();
}

/** The path, where the place is that of a path item in a file of its own. */
function nameOf({ name, key }: Place): string {
  return name ?? String(key);
}

function kindOfPathItem({ outer }: Place): string {
  if (outer?.key === "webhooks") return "webhook";
  return objectAt(outer) === "Callback" ? "callback" : "path";
}

function kindOf(place: Place): string {
  return objectAt(place)?.toLowerCase() ?? "entry";
}
