import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Api, Document, Operation } from "@facsimile/document";
import { type CheckFile, checkFile } from "./check-file.js";
import type { TypeCheck } from "./claim.js";
import { type Compile, createCompiler, type Overlay } from "./compile.js";
import { componentChecks } from "./component-checks.js";
import { TypeContext } from "./context.js";
import { credentialChecks } from "./credential-checks.js";
import { formChecks, formVocabulary, functionClientCheck } from "./form-checks.js";
import { inputCheck } from "./input-checks.js";
import { findingsOf } from "./judge.js";
import { resultChecks } from "./result-checks.js";
import { serverCheck } from "./server-checks.js";
import type { TypedPackage } from "./typed-package.js";
import { webhookChecks } from "./webhook-checks.js";

/** What the compiler says about a package's declarations. */
export interface TypesVerdict {
  /** By the name of the check. What concerns no check alone is under `""`. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** What is looked at of a document. */
export interface TypesExtent {
  readonly operations: readonly Operation[];
  /** Of component schemas. */
  readonly components: readonly string[];
}

/** The checks that hold a package's types against its document: a pure function of the document. Default: all of it. */
export function typeChecks(document: Document, api: Api, extent?: TypesExtent): readonly TypeCheck[] {
  const context = new TypeContext(document, api);
  return [
    ...credentialChecks(context),
    serverCheck(context),
    functionClientCheck(context),
    ...(extent?.operations ?? api.operations).flatMap((operation) => [
      inputCheck(context, operation),
      ...resultChecks(context, operation),
      ...formChecks(context, operation),
    ]),
    ...webhookChecks(context),
    ...componentChecks(context, extent?.components ?? api.schemaTypes.map(({ component }) => component)),
  ];
}

/** The checks of a contract as a module that stands beside the package's tests. */
export interface TypeModule extends CheckFile {
  readonly path: string;
  readonly checks: readonly TypeCheck[];
}

export function typeModule(checks: readonly TypeCheck[], built: TypedPackage): TypeModule {
  const { names } = built;
  const folder = fileURLToPath(new URL("test/", built.folder));
  const moduleOf = (types: URL): string =>
    JSON.stringify(
      relative(folder, fileURLToPath(types))
        .replaceAll("\\", "/")
        .replace(/\.d\.ts$/, ".js"),
    );
  const preamble = [
    `import type * as Package from ${moduleOf(built.types)};`,
    `import type * as Schemas from ${moduleOf(built.schemaTypes)};`,
    `import type * as Functions from ${moduleOf(built.functionTypes)};`,
    ...(built.webhookTypes === undefined ? [] : [`import type * as Webhooks from ${moduleOf(built.webhookTypes)};`]),
    `type Options = Parameters<typeof Package.${names.factory}>[0];`,
    `type Client = ReturnType<typeof Package.${names.factory}>;`,
    ...formVocabulary(names),
  ];
  return { ...checkFile(preamble, checks), checks, path: `${folder}contract.checks.ts` };
}

/** Compiles the checks against the built declarations of a package, as strictly as TypeScript can. Nothing is written to disk. */
export function judgeTypes(module: TypeModule, compile: Compile = createCompiler(), overlay?: Overlay): TypesVerdict {
  return { findings: findingsOf(module, module.checks, compile(module.path, module.text, overlay)) };
}
