import type { JsonObject } from "@facsimile/document";
import { expect } from "vitest";
import { buildPackage } from "../hostile/build-package.js";
import { documentOf } from "./combine.js";
import { errorsByLine, programOf } from "./compiler.js";

/** The declarations of schemas, as one module. */
export async function sourceOf(schemas: JsonObject): Promise<string> {
  const { files, diagnostics } = await buildPackage(JSON.stringify(documentOf("3.1.0", schemas)));
  expect(diagnostics).toEqual([]);
  return [...files].flatMap(([path, text]) => (path.startsWith("src/generated/schemas/") ? [text] : [])).join("\n");
}

/** What the compiler says of code that uses the type `All`. */
export async function errorsOf(schemas: JsonObject, usage: readonly string[]): Promise<readonly string[]> {
  const lines = ['import type { All } from "./schemas.js";', ...usage];
  const modules = new Map([
    ["usage.ts", lines.join("\n")],
    ["schemas.ts", await sourceOf(schemas)],
  ]);
  const program = programOf(modules);
  return ["usage.ts", "schemas.ts"].flatMap((path) => [...errorsByLine(program, path).values()]);
}
