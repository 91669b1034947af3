import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Api, Document, Operation } from "@facsimile/document";
import type { TypeCheck } from "./claim.js";
import { type Compile, createCompiler, type Overlay } from "./compile.js";
import { componentChecks } from "./component-checks.js";
import { TypeContext } from "./context.js";
import { credentialChecks } from "./credential-checks.js";
import { formChecks, formVocabulary, functionClientCheck } from "./form-checks.js";
import { inputCheck } from "./input-checks.js";
import { Judge, type JudgedCheck } from "./judge.js";
import { resultChecks } from "./result-checks.js";
import { serverCheck } from "./server-checks.js";
import type { TypedPackage } from "./typed-package.js";
import { webhookChecks } from "./webhook-checks.js";

/** What is looked at of a document. */
export interface TypesExtent {
  readonly operations: readonly Operation[];
  /** Of component schemas. */
  readonly components: readonly string[];
}

/**
 * The checks that hold a package's types against its document: a pure function of the document. Default: all of it. They are made one after another, for
 * those of a large document are more than fits into memory.
 */
export function* typeChecks(document: Document, api: Api, extent?: TypesExtent): Generator<TypeCheck, void> {
  const context = new TypeContext(document, api);
  yield* credentialChecks(context);
  yield serverCheck(context);
  yield functionClientCheck(context);
  for (const operation of extent?.operations ?? api.operations) {
    yield inputCheck(context, operation);
    yield* resultChecks(context, operation);
    yield* formChecks(context, operation);
  }
  yield* webhookChecks(context);
  yield* componentChecks(context, extent?.components ?? api.schemaTypes.map(({ component }) => component));
}

/** A module that stands beside the package's tests, as far as all checks share it. */
export interface TypeModule {
  readonly path: string;
  readonly preamble: readonly string[];
}

export function typeModule(built: TypedPackage): TypeModule {
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
  return { preamble, path: `${folder}contract.checks.ts` };
}

/** What the compiler says about a package's declarations. */
export interface TypesVerdict {
  readonly checks: readonly JudgedCheck[];
  /** What concerns no check alone. */
  readonly shared: readonly string[];
}

/** What checks are judged with. Default: a compiler of their own, and the package as it is built. */
export interface Judging {
  readonly compile?: Compile;
  readonly overlay?: Overlay;
  /** Called after each check, with how many were judged. */
  readonly onJudged?: (done: number) => void;
}

/** Compiles the checks against the built declarations of a package, as strictly as TypeScript can. Nothing is written to disk. */
export function judgeTypes(
  { path, preamble }: TypeModule,
  checks: Iterable<TypeCheck>,
  { compile = createCompiler(), overlay, onJudged }: Judging = {},
): TypesVerdict {
  const judge = new Judge(preamble, ({ text }) => compile(path, text, overlay));
  const judged: JudgedCheck[] = [];
  for (const check of judge.judge(checks)) {
    judged.push(check);
    onJudged?.(judged.length);
  }
  return { checks: judged, shared: judge.shared };
}
