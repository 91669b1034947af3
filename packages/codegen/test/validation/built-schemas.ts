import { buildModel, type Document, loadDocument } from "@facsimile/document";
import * as runtime from "@facsimile/runtime/schemas";
import ts from "typescript";
import { emitPackage } from "../../src/emit/index.js";

export type Built = Readonly<Record<string, runtime.Schema | undefined>>;

/** What the subpath `schemas` of a document's package hands out at run time, loaded from the source that is generated. */
export function builtSchemas(document: Document, api: ReturnType<typeof apiOf> = apiOf(document)): Built {
  const files = emitPackage(api, document, surroundings, { schemas: true });
  const source = files.find(({ path }) => path === "src/generated/validation.ts")?.text ?? "";
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, removeComments: true },
  });
  const exports: Record<string, runtime.Schema> = {};
  new Function("exports", "require", outputText)(exports, () => runtime);
  return exports;
}

export function apiOf(document: Document): NonNullable<ReturnType<typeof buildModel>["api"]> {
  const { api } = buildModel(document);
  if (api === undefined) throw new Error("The document has no model.");
  return api;
}

export async function documentAt(file: string): Promise<Document> {
  const { document } = await loadDocument(file);
  if (document === undefined) throw new Error(`${file} is no document.`);
  return document;
}

/** Whether a value fits. */
export function fits(schema: runtime.Schema | undefined, value: unknown): boolean {
  if (schema === undefined) throw new Error("There is no such schema.");
  return schema["~standard"].validate(value).issues === undefined;
}

const surroundings = {
  name: "checked",
  document: "../openapi.yaml",
  overlays: [],
  selection: {},
  settings: {},
  manifest: undefined,
  repository: undefined,
  license: undefined,
  homepage: undefined,
  bugs: undefined,
  release: "0.1.0",
};
