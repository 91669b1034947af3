import type { OperationGroup } from "@facsimile/document";
import type { Code } from "../print/index.js";
import {
  code,
  compareModules,
  compareNames,
  lines,
  literal,
  memberName,
  paragraphs,
  printModule,
} from "../print/index.js";
import { emitClient } from "./client.js";
import { declares, exportList, exportsOf, type ModuleSource } from "./declaration.js";
import { moduleHeader } from "./header.js";
import { emitHeaders } from "./headers.js";
import { emitMethods } from "./methods.js";
import {
  clientModule,
  headersModule,
  methodsModule,
  operationsModule,
  rawModule,
  securityModule,
} from "./module-paths.js";
import { globals, parameterNames } from "./names.js";
import { emitOperations } from "./operations.js";
import { emitRaw } from "./raw-module.js";
import { runtimePackage } from "./runtime.js";
import { emitSchemas } from "./schemas.js";
import type { Scope } from "./scope.js";
import { emitSecurity } from "./security.js";
import type { SourceFile } from "./source-file.js";

/** The modules of a package. */
export function emitModules(scope: Scope): readonly SourceFile[] {
  const schemas = emitSchemas(scope);
  const headers = emitHeaders(scope);
  const security = emitSecurity(scope);
  const has = (module: string): boolean => schemas.has(module) || (module === headersModule && headers !== undefined);
  return [
    ...[...schemas].map(([module, source]) => generated(scope, module, source)),
    ...(headers === undefined ? [] : [generated(scope, headersModule, headers)]),
    ...(security === undefined ? [] : [generated(scope, securityModule, security)]),
    ...scope.api.groups.map((group) => generated(scope, operationsModule(group.name), emitOperations(scope, group))),
    generated(scope, clientModule, emitClient(scope)),
    generated(scope, methodsModule, emitMethods(scope)),
    ...(scope.raw === undefined ? [] : [generated(scope, rawModule, emitRaw(scope, scope.raw))]),
    entryModule("index", emitIndex(scope, [...schemas.keys()], has)),
    entryModule("functions", emitFunctions(scope, [...schemas.keys()], has)),
    ...(scope.raw === undefined ? [] : [entryModule("raw", emitRawEntry())]),
    ...scope.api.groups.map((group) => entryModule(group.name, emitGroup(scope, group, has))),
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

function entryModule(name: string, body: Code): SourceFile {
  const module = { specifier: "", header: moduleHeader, declares: new Map(), reserved: new Set<string>(), body };
  return { path: `src/${name}.ts`, text: printModule(module) };
}

type Has = (module: string) => boolean;

/** The object with all methods, and every type. */
function emitIndex(scope: Scope, schemas: readonly string[], has: Has): Code {
  const { factory } = scope.api.names;
  return exportsInOrder(scope, [
    types(clientModule),
    types(methodsModule),
    values([factory], methodsModule),
    ...[headersModule, ...schemas].filter(has).map(types),
    ...withOwn(scope.api.groups).map(({ name }) => types(operationsModule(name))),
  ]);
}

/** Every function, and every type. */
function emitFunctions(scope: Scope, schemas: readonly string[], has: Has): Code {
  return exportsInOrder(scope, [
    types(clientModule),
    values([scope.api.names.createClient], clientModule),
    ...[headersModule, ...schemas].filter(has).map(types),
    ...withOwn(scope.api.groups).flatMap(allOf),
  ]);
}

function emitRawEntry(): Code {
  return lines(types(rawModule).source, values(["createRaw"], rawModule).source);
}

/** The functions of a group, and the types that they mention. */
function emitGroup(scope: Scope, group: OperationGroup, has: Has): Code {
  const modules = scope.types.modulesOf(group.name);
  const usesHeaders = group.operations.some(({ responses }) => responses.some((one) => one.headersName !== undefined));
  return exportsInOrder(scope, [
    types(clientModule),
    values([scope.api.names.createClient], clientModule),
    ...(usesHeaders ? [types(headersModule)] : []),
    ...modules.filter(has).map(types),
    ...(group.own.length === 0 ? [] : allOf(group)),
    ...borrowed(scope, group),
  ]);
}

function withOwn(groups: readonly OperationGroup[]): readonly OperationGroup[] {
  return groups.filter(({ own }) => own.length > 0);
}

/** An export, and the module that it is from. */
interface Export {
  readonly module: string;
  readonly source: Code;
}

function allOf({ name, own }: OperationGroup): readonly Export[] {
  const module = operationsModule(name);
  const all = { module, source: code`export * from ${literal(generatedPath(module))};` };
  // What is exported as default is no part of `*`.
  return own.some((operation) => operation.name === "default") ? [all, values(["default"], module)] : [all];
}

/** What other groups declare and this one has too. */
function borrowed(scope: Scope, { operations, own }: OperationGroup): readonly Export[] {
  return withOwn(scope.api.groups).flatMap((group) => {
    const members = group.own.filter((operation) => operations.includes(operation) && !own.includes(operation));
    if (members.length === 0) return [];
    const module = operationsModule(group.name);
    const functions = members.flatMap(({ name, pagesName }) => [name, ...(pagesName === undefined ? [] : [pagesName])]);
    const inputs = members.flatMap(({ inputName, resultName }) => [
      ...(inputName === undefined ? [] : [inputName]),
      resultName,
    ]);
    return [listed("type ", inputs, module), values(functions, module)];
  });
}

/** By module, as the formatter has them, those of the runtime first. */
function exportsInOrder(scope: Scope, exports: readonly Export[]): Code {
  const sorted = [...exports].sort((one, other) => compareModules(one.module, other.module));
  return lines(...exportRuntime(scope), ...sorted.map(({ source }) => source));
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

function types(module: string): Export {
  return { module, source: code`export type * from ${literal(generatedPath(module))};` };
}

function values(names: readonly string[], module: string): Export {
  return listed("", names, module);
}

function listed(keyword: "" | "type ", names: readonly string[], module: string): Export {
  const list = exportList([...names].sort(compareNames).map(memberName));
  const start = keyword === "" ? code`export ` : code`export type `;
  return { module, source: code`${start}${list} from ${literal(generatedPath(module))};` };
}
