import { child, type Document, isObject, type Json, subschemasOf } from "@facsimile/document";
import { createDiagnostic, type Diagnostic } from "@facsimile/document/diagnostics";
import { linearPattern } from "./emit/validation/pattern-program.js";

/** The patterns of a document's schemas that a package does not hold values against, since no way is known to do so in linear time. */
export function uncheckedPatterns(document: Document): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { schemas } = isObject(document.json.components) ? document.json.components : {};
  const starts = Object.entries(isObject(schemas) ? schemas : {});
  const pending = starts.map(([name, value]) => ({ value, pointer: child("/components/schemas", name) })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer } = next;
    if (!isObject(value)) continue;
    if (typeof value.pattern === "string" && linearPattern(value.pattern) === undefined)
      found.push(unchecked(document, child(pointer, "pattern"), value.pattern));
    for (const { keyword, steps, value: below } of subschemasOf(value)) {
      const at = [keyword, ...steps].reduce<string>(child, pointer);
      const [name] = steps;
      if (keyword === "patternProperties" && typeof name === "string" && linearPattern(name) === undefined)
        found.push(unchecked(document, at, name));
      // The schemas of a document that was loaded are JSON.
      pending.push({ value: below as Json, pointer: at });
    }
  }
  return found;
}

function unchecked(document: Document, pointer: string, pattern: string): Diagnostic {
  const { file, line, column } = document.locate(pointer);
  const message = `The pattern "${pattern}" looks ahead, behind or back, or is too long: values are not held against it at run time.`;
  const fix = "Write it without that, say the same in several schemas of an allOf, or check it yourself.";
  return createDiagnostic("pattern-unchecked", { file, position: { line, column }, pointer }, message, fix);
}
