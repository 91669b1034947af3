import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Api, Document } from "@facsimile/document";
import type { BuiltPackage } from "../../run/built-package.js";
import { type CheckFile, checkFile, type TypeCheck } from "./check-file.js";
import { type Compile, createCompiler, type Overlay } from "./compile.js";
import { credentialChecks, serverChecks } from "./credential-checks.js";
import { formChecks, formVocabulary, functionClientCheck, rawCheck } from "./form-checks.js";
import { operationChecks } from "./operation-checks.js";
import { SchemaReader } from "./schema-reader.js";

/** What the compiler says about a package's declarations. */
export interface TypesVerdict {
  /** The names of the checks, in the order of the document. */
  readonly names: readonly string[];
  /** By the name of the check. What concerns no check alone is under `""`. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** The checks that hold a package's types against its document: a pure function of the document. */
export function typeChecks(
  document: Document,
  api: Api,
): { readonly checks: readonly TypeCheck[]; readonly readers: readonly SchemaReader[] } {
  const request = new SchemaReader(document, "request");
  const response = new SchemaReader(document, "response");
  const context = { request, response, held: { request: new Set<string>(), response: new Set<string>() } };
  const checks = [
    ...credentialChecks(api),
    serverChecks(api),
    functionClientCheck(api.names),
    rawCheck(api.names),
    ...api.operations.flatMap((operation) => [
      ...operationChecks(context, operation),
      ...formChecks(context, operation),
    ]),
  ];
  return { checks, readers: [request, response] };
}

/** The checks of a contract as a module that stands beside the package's tests. */
export interface TypeModule extends CheckFile {
  readonly path: string;
  readonly names: readonly string[];
}

export function typeModule(document: Document, api: Api, built: BuiltPackage): TypeModule {
  const { checks, readers } = typeChecks(document, api);
  const folder = fileURLToPath(new URL("test/", built.folder));
  const moduleOf = (types: URL): string =>
    JSON.stringify(
      relative(folder, fileURLToPath(types))
        .replaceAll("\\", "/")
        .replace(/\.d\.ts$/, ".js"),
    );
  const preamble = [
    `import type { ${api.names.factory} } from ${moduleOf(built.types)};`,
    `type Options = Parameters<typeof ${api.names.factory}>[0];`,
    `type Client = ReturnType<typeof ${api.names.factory}>;`,
    `type Functions = typeof import(${moduleOf(built.functionTypes)});`,
    ...formVocabulary(api.names),
  ];
  const names = checks.map(({ name }) => name);
  return { ...checkFile(preamble, checks, readers), path: `${folder}contract.checks.ts`, names };
}

/** Compiles the checks against the built declarations of a package, as strictly as TypeScript can. Nothing is written to disk. */
export function judgeTypes(module: TypeModule, compile: Compile = createCompiler(), overlay?: Overlay): TypesVerdict {
  return { names: module.names, findings: group(module, compile(module.path, module.text, overlay)) };
}

function group(file: CheckFile, errors: readonly { line: number; message: string }[]): Map<string, string[]> {
  const findings = new Map<string, string[]>();
  const lines = file.text.split("\n");
  for (const { line, message } of errors) {
    const name = file.owners[line] ?? "";
    const before = findings.get(name) ?? [];
    findings.set(name, [...before, `${message}\n    ${lines[line]?.trim() ?? ""}`]);
  }
  return findings;
}
