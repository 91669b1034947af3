import { paragraphs, printModule } from "../print/index.js";
import { emitClient } from "./client.js";
import { declares, exportsOf, type ModuleSource } from "./declaration.js";
import { emitEntries } from "./entries.js";
import { emitEnvironment } from "./environment.js";
import { moduleHeader } from "./header.js";
import { emitHeaders } from "./headers.js";
import { emitMethods } from "./methods.js";
import {
  clientModule,
  environmentModule,
  headersModule,
  methodsModule,
  operationsModule,
  rawModule,
  securityModule,
  validationModule,
  valuesModule,
  webhooksModule,
} from "./module-paths.js";
import { globals, parameterNames } from "./names.js";
import { emitOperations } from "./operations.js";
import { emitRaw } from "./raw-module.js";
import { emitSchemas } from "./schemas.js";
import type { Scope } from "./scope.js";
import { emitSecurity } from "./security.js";
import type { SourceFile } from "./source-file.js";
import { emitValidation } from "./validation/module.js";
import { emitValues } from "./values.js";
import { emitWebhooks } from "./webhooks/module.js";

/** The modules of a package. */
export function emitModules(scope: Scope): readonly SourceFile[] {
  const { declarations } = scope.types;
  const headers = emitHeaders(scope);
  const security = emitSecurity(scope);
  const values = emitValues(scope);
  const environment = emitEnvironment(scope);
  const webhooks = emitWebhooks(scope);
  const declared = [...(headers === undefined ? [] : [headersModule]), ...declarations.keys()];
  return [
    ...[...declarations].map(([module, own]) => generated(scope, module, emitSchemas(scope, own))),
    ...(headers === undefined ? [] : [generated(scope, headersModule, headers)]),
    ...(security === undefined ? [] : [generated(scope, securityModule, security)]),
    ...scope.api.groups.map((group) => generated(scope, operationsModule(group.name), emitOperations(scope, group))),
    generated(scope, clientModule, emitClient(scope)),
    ...(environment === undefined ? [] : [generated(scope, environmentModule, environment)]),
    generated(scope, methodsModule, emitMethods(scope)),
    ...(values === undefined ? [] : [generated(scope, valuesModule, values)]),
    ...(scope.raw === undefined ? [] : [generated(scope, rawModule, emitRaw(scope, scope.raw))]),
    ...(webhooks === undefined ? [] : [generated(scope, webhooksModule, webhooks)]),
    ...(scope.validation === undefined
      ? []
      : [generated(scope, validationModule, emitValidation(scope, scope.validation))]),
    ...emitEntries(scope, declared),
  ];
}

function generated(scope: Scope, module: string, source: ModuleSource): SourceFile {
  const text = printModule({
    specifier: module,
    header: moduleHeader,
    declares: declares(scope, source),
    reserved: importsAvoid,
    body: paragraphs(source.body, ...exportsOf(scope, source)),
  });
  return { path: `src/generated/${module.slice(2).replace(/js$/, "ts")}`, text };
}

const importsAvoid: ReadonlySet<string> = new Set([...globals, ...parameterNames]);
