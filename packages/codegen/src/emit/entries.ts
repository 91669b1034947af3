import type { HandedOnName, Operation, OperationGroup } from "@facsimile/document";
import type { Code } from "../print/index.js";
import { code, compareModules, compareNames, lines, literal, memberName, printModule } from "../print/index.js";
import { exportList } from "./declaration.js";
import { moduleHeader } from "./header.js";
import {
  clientModule,
  environmentModule,
  headersModule,
  methodsModule,
  operationsModule,
  rawModule,
  unusedModule,
  validationModule,
  valuesModule,
  webhookSchemasModule,
  webhooksModule,
  webhooksName,
} from "./module-paths.js";
import { runtimePackage, streamsModule } from "./runtime.js";
import type { Scope } from "./scope.js";
import type { SourceFile } from "./source-file.js";

/**
 * The modules that a package is imported by: what they hand on is declared elsewhere.
 *
 * @param declared - the modules with types of the document
 */
export function emitEntries(scope: Scope, declared: readonly string[]): readonly SourceFile[] {
  const schemas = declared.filter((module) => module !== headersModule);
  const mentioned = declared.filter((module) => module !== unusedModule && module !== webhookSchemasModule);
  return [
    entryModule("index", emitIndex(scope, mentioned)),
    entryModule("functions", emitFunctions(scope, mentioned)),
    ...emitSchemaEntry(scope, schemas),
    ...(scope.api.enumerations.length === 0 ? [] : [entryModule("values", allFrom(valuesModule))]),
    ...(scope.raw === undefined ? [] : [entryModule("raw", emitRawEntry())]),
    ...(scope.api.received.length === 0 ? [] : [entryModule(webhooksName, allFrom(webhooksModule))]),
    ...scope.api.groups.map((group) => entryModule(group.name, emitGroup(scope, group))),
  ];
}

/** The types of all schemas, and what values are held against, where the package has that. */
function emitSchemaEntry({ validation }: Scope, declared: readonly string[]): readonly SourceFile[] {
  const checked = validation === undefined ? [] : [{ module: validationModule, source: allFrom(validationModule) }];
  const exports = [...declared.map(types), ...checked];
  return exports.length === 0 ? [] : [entryModule("schemas", exportsOf(exports))];
}

function entryModule(name: string, body: Code): SourceFile {
  const module = { specifier: "", header: moduleHeader, declares: new Map(), reserved: new Set<string>(), body };
  return { path: `src/${name}.ts`, text: printModule(module) };
}

/** The object with all methods, and every type that an operation mentions. */
function emitIndex(scope: Scope, declared: readonly string[]): Code {
  const { factory } = scope.api.names;
  return exportsInOrder(scope, [
    types(clientModule),
    types(methodsModule),
    ...environment(scope),
    values([factory], methodsModule),
    ...declared.map(types),
    ...withOwn(scope.api.groups).map(({ name }) => types(operationsModule(name))),
  ]);
}

/** Every function, and every type that an operation mentions. */
function emitFunctions(scope: Scope, declared: readonly string[]): Code {
  return exportsInOrder(scope, [
    types(clientModule),
    values([scope.api.names.createClient], clientModule),
    ...environment(scope),
    ...declared.map(types),
    ...withOwn(scope.api.groups).flatMap(allOf),
  ]);
}

/** What reads the credentials from the environment: in a module of its own, which only those load who name it or do not bundle. */
function environment({ api }: Scope): readonly Export[] {
  const { fromEnvironment } = api.names;
  return fromEnvironment === undefined ? [] : [values([fromEnvironment], environmentModule)];
}

function emitRawEntry(): Code {
  return lines(types(rawModule).source, values(["createRaw"], rawModule).source);
}

/** The functions of a group, and the types that they mention. */
function emitGroup(scope: Scope, group: OperationGroup): Code {
  const usesHeaders = group.operations.some(({ responses }) => responses.some((one) => one.headersName !== undefined));
  return exportsInOrder(scope, [
    types(clientModule),
    values([scope.api.names.createClient], clientModule),
    ...environment(scope),
    ...(usesHeaders ? [types(headersModule)] : []),
    ...scope.types.modulesOf(group.name).map(types),
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
  const all = { module, source: allFrom(module) };
  // What is exported as default is no part of `*`.
  return own.some((operation) => operation.name === "default") ? [all, values(["default"], module)] : [all];
}

/** What other groups declare and this one has too. */
function borrowed(scope: Scope, { name, operations }: OperationGroup): readonly Export[] {
  const byModule = new Map<string, Operation[]>();
  for (const operation of operations) {
    const module = scope.modules.get(operation) ?? "";
    if (module === operationsModule(name)) continue;
    const members = byModule.get(module);
    if (members === undefined) byModule.set(module, [operation]);
    else members.push(operation);
  }
  return [...byModule].flatMap(([module, members]) => [
    listed("type ", members.flatMap(typesOf), module),
    values(members.flatMap(functionsOf), module),
  ]);
}

function typesOf({ inputName, resultName }: Operation): readonly string[] {
  return inputName === undefined ? [resultName] : [inputName, resultName];
}

function functionsOf({ name, pagesName }: Operation): readonly string[] {
  return pagesName === undefined ? [name] : [name, pagesName];
}

/** Those of the runtime first. */
function exportsInOrder(scope: Scope, exports: readonly Export[]): Code {
  return lines(...exportRuntime(scope), exportsOf(exports));
}

/** By module, as the formatter has them. */
function exportsOf(exports: readonly Export[]): Code {
  const sorted = [...exports].sort((one, other) => compareModules(one.module, other.module));
  return lines(...sorted.map(({ source }) => source));
}

/** What those who use the package need of the runtime, so that they need not depend on it. */
function exportRuntime({ api }: Scope): readonly Code[] {
  const { handedOn } = api.names;
  const streams = handedOn.filter(({ isOfStreams }) => isOfStreams);
  const own = handedOn.filter(({ isOfStreams }) => !isOfStreams);
  return [...exportOf(own, runtimePackage), ...(streams.length === 0 ? [] : exportOf(streams, streamsModule))];
}

function exportOf(handedOn: readonly HandedOnName[], module: string): readonly Code[] {
  const list = (isType: boolean): Code => {
    const sorted = handedOn
      .filter((one) => one.isType === isType)
      .sort((one, other) => compareNames(one.name, other.name));
    return exportList(
      sorted.map(({ name, as }) => (name === as ? memberName(as) : code`${memberName(name)} as ${memberName(as)}`)),
    );
  };
  const from = literal(module);
  return [code`export type ${list(true)} from ${from};`, code`export ${list(false)} from ${from};`];
}

function allFrom(module: string): Code {
  return code`export * from ${literal(generatedPath(module))};`;
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
