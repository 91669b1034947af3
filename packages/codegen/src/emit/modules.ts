import type { Code } from "../print/index.js";
import {
  choice,
  code,
  compareNames,
  group,
  identifier,
  indent,
  join,
  line,
  lines,
  literal,
  paragraphs,
  printModule,
  sequence,
} from "../print/index.js";
import { emitClient } from "./client.js";
import { moduleHeader } from "./header.js";
import { emitOperations } from "./operations.js";
import { handedOnTypes, handedOnValues, oauth2Types, oauth2Values, runtimePackage } from "./runtime.js";
import { emitSchema } from "./schema.js";
import type { Scope } from "./scope.js";
import { emitSchemes } from "./security.js";
import type { SourceFile } from "./source-file.js";

/** The modules of a package. */
export function emitModules(scope: Scope): readonly SourceFile[] {
  const schemes = emitSchemes(scope);
  return [
    generated("schema", emitSchema(scope)),
    ...(schemes.length === 0 ? [] : [generated("security", { body: paragraphs(...schemes), declares: [] })]),
    generated("operations", emitOperations(scope)),
    generated("client", emitClient(scope)),
    { path: "src/index.ts", text: entryModule(emitIndex(scope)) },
    { path: "src/functions.ts", text: entryModule(emitFunctions(scope)) },
  ];
}

function generated(
  name: string,
  { body, declares }: { readonly body: Code; readonly declares: readonly string[] },
): SourceFile {
  const text = printModule({ specifier: `./${name}.js`, header: moduleHeader, declares: new Set(declares), body });
  return { path: `src/generated/${name}.ts`, text };
}

function entryModule(body: Code): string {
  return printModule({ specifier: "", header: moduleHeader, declares: new Set(), body });
}

function emitIndex(scope: Scope): Code {
  const { create } = scope.names;
  return lines(
    ...exportRuntime(scope),
    exportAllTypes("./generated/client.js"),
    exportValues([create], "./generated/client.js"),
    exportAllTypes("./generated/operations.js"),
    exportAllTypes("./generated/schema.js"),
  );
}

function emitFunctions(scope: Scope): Code {
  return lines(
    ...exportRuntime(scope),
    exportAllTypes("./generated/client.js"),
    exportValues(["createClient", "createRaw"], "./generated/client.js"),
    code`export * from "./generated/operations.js";`,
    exportAllTypes("./generated/schema.js"),
  );
}

/** What those who use the package need of the runtime, so that they need not depend on it. */
function exportRuntime(scope: Scope): readonly Code[] {
  const oauth2 = [...scope.schemes.values()].some(
    ({ scheme }) => scheme.type === "oauth2" || scheme.type === "openIdConnect",
  );
  const types = oauth2 ? [...handedOnTypes, ...oauth2Types] : handedOnTypes;
  const values = oauth2 ? [...handedOnValues, ...oauth2Values] : handedOnValues;
  return [exportTypes(types, runtimePackage), exportValues(values, runtimePackage)];
}

function exportAllTypes(from: string): Code {
  return code`export type * from ${literal(from)};`;
}

function exportValues(names: readonly string[], from: string): Code {
  return code`export ${nameList(names)} from ${literal(from)};`;
}

function exportTypes(names: readonly string[], from: string): Code {
  return code`export type ${nameList(names)} from ${literal(from)};`;
}

function nameList(names: readonly string[]): Code {
  return group(
    code`{`,
    indent(line, join(sequence(code`,`, line), [...names].sort(compareNames).map(identifier))),
    choice(code`,`),
    line,
    code`}`,
  );
}
