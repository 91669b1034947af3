import type { Code } from "../print/index.js";
import { code, compareNames, lines, literal, memberName, paragraphs, printModule } from "../print/index.js";
import { emitClient } from "./client.js";
import { clientModule, declares, exportList, exportsOf, type ModuleSource, operationsModule } from "./declaration.js";
import { moduleHeader } from "./header.js";
import { globals, parameterNames } from "./names.js";
import { emitOperations } from "./operations.js";
import { runtimePackage } from "./runtime.js";
import { emitSchema } from "./schema.js";
import type { Scope } from "./scope.js";
import { emitSecurity } from "./security.js";
import type { SourceFile } from "./source-file.js";
import { schemaModule } from "./types/index.js";

/** The modules of a package. */
export function emitModules(scope: Scope): readonly SourceFile[] {
  const security = emitSecurity(scope);
  return [
    generated(scope, "schema", emitSchema(scope)),
    ...(security === undefined ? [] : [generated(scope, "security", security)]),
    generated(scope, "operations", emitOperations(scope)),
    generated(scope, "client", emitClient(scope)),
    { path: "src/index.ts", text: entryModule(emitIndex(scope)) },
    { path: "src/functions.ts", text: entryModule(emitFunctions(scope)) },
  ];
}

function generated(scope: Scope, name: string, source: ModuleSource): SourceFile {
  const text = printModule({
    specifier: `./${name}.js`,
    header: moduleHeader,
    declares: declares(scope, source),
    reserved: importsAvoid,
    body: paragraphs(source.body, ...exportsOf(scope, source)),
  });
  return { path: `src/generated/${name}.ts`, text };
}

const importsAvoid: ReadonlySet<string> = new Set([...globals, ...parameterNames]);

function entryModule(body: Code): string {
  return printModule({ specifier: "", header: moduleHeader, declares: new Map(), reserved: new Set(), body });
}

function emitIndex(scope: Scope): Code {
  return lines(
    ...exportRuntime(scope),
    exportAllTypes(clientModule),
    exportValues([scope.api.names.factory], clientModule),
    exportAllTypes(operationsModule),
    exportAllTypes(schemaModule),
  );
}

function emitFunctions(scope: Scope): Code {
  const { names, operations } = scope.api;
  return lines(
    ...exportRuntime(scope),
    exportAllTypes(clientModule),
    exportValues([names.createClient, names.createRaw], clientModule),
    code`export * from ${literal(generatedPath(operationsModule))};`,
    // What is exported as default is no part of `*`.
    operations.some(({ name }) => name === "default") ? exportValues(["default"], operationsModule) : undefined,
    exportAllTypes(schemaModule),
  );
}

/** What those who use the package need of the runtime, so that they need not depend on it. */
function exportRuntime({ api }: Scope): readonly Code[] {
  const list = (isType: boolean): Code => {
    const handedOn = api.names.handedOn.filter((one) => one.isType === isType);
    const sorted = [...handedOn].sort((one, other) => compareNames(one.name, other.name));
    return exportList(
      sorted.map(({ name, as }) => (name === as ? memberName(as) : code`${memberName(name)} as ${memberName(as)}`)),
    );
  };
  const from = literal(runtimePackage);
  return [code`export type ${list(true)} from ${from};`, code`export ${list(false)} from ${from};`];
}

/** A module as the entries import it. */
function generatedPath(module: string): string {
  return module.replace("./", "./generated/");
}

function exportAllTypes(module: string): Code {
  return code`export type * from ${literal(generatedPath(module))};`;
}

function exportValues(names: readonly string[], module: string): Code {
  const list = exportList([...names].sort(compareNames).map(memberName));
  return code`export ${list} from ${literal(generatedPath(module))};`;
}
