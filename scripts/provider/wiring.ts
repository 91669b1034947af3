import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isOfOthers } from "./entry.js";
import { configuration } from "./places.js";

/*
 * What has to name every provider of a repository because it is read by turbo, npm and people, and not by this project. All of it follows from the folders
 * below specs: it is written by `npm run add`, and held by `wired.test.ts`.
 */

/** The tasks of the root that need the package of every provider. */
const tasksOfAll = [
  "//#check:scripts",
  "//#test:scripts",
  "//#check:packages",
  "//#api:check",
  "//#mutation:sample",
] as const;

interface Task {
  readonly dependsOn?: readonly string[];
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

const contractTask = /^@facsimile\/.*#contract$/;

/** A provider as turbo has to know it. */
export interface WiredProvider {
  readonly name: string;
  /** What its contract reads beside its package, from the top of the repository. */
  readonly reads: readonly string[];
}

/** The provider as its package is. Where a contract test is generated, it names every file that it reads: the document, and its overlays. */
export function wiredProvider(home: string, name: string): WiredProvider {
  const test = path.join(home, "packages", name, "test", "contract.test.ts");
  if (!existsSync(test)) return { name, reads: [`specs/${name}/openapi.yaml`] };
  const urls = readFileSync(test, "utf8").matchAll(/new URL\("(?:\.\.\/){3}([^"]+)"/g);
  return { name, reads: [...urls].map(([, file = ""]) => file) };
}

/** A turbo.json in which the tasks name these providers and no others; what people have written about one that is there stays. To be formatted. */
export function wireTasks(text: string, wired: readonly WiredProvider[]): string {
  const providers = wired.map(({ name }) => name);
  // Read by turbo itself, which knows its form.
  const settings = JSON.parse(text) as { readonly tasks: Readonly<Record<string, Task>> };
  const { tasks } = settings;
  const named = new Set(Object.keys(tasks).flatMap((name) => /^@facsimile\/(.*)#contract$/.exec(name)?.[1] ?? []));
  const builds = (names: Iterable<string>): readonly string[] => [...names].map((name) => `@facsimile/${name}#build`);
  const others = Object.entries(tasks).filter(([name]) => !contractTask.test(name));
  const ofAll = others.map(([name, task]) => {
    if (!tasksOfAll.some((one) => one === name)) return [name, task] as const;
    const known = builds([...named, ...providers]);
    const own = (task.dependsOn ?? []).filter((one) => !known.includes(one));
    return [name, { ...task, dependsOn: [...own, ...builds(providers)] }] as const;
  });
  const contracts = wired.map((provider) => {
    const name = `@facsimile/${provider.name}#contract`;
    return [name, withInputs(tasks[name] ?? contract, provider)] as const;
  });
  return `${JSON.stringify({ ...settings, tasks: Object.fromEntries([...ofAll, ...contracts]) }, undefined, 2)}\n`;
}

const contract: Task = {
  dependsOn: ["build", "@facsimile/contract#build"],
  inputs: ["$TURBO_DEFAULT$"],
  outputs: ["reports/**"],
};

function withInputs(task: Task, provider: WiredProvider): Task {
  return { ...task, inputs: [...(task.inputs ?? []), ...missingInputs(task, provider)] };
}

function missingInputs({ inputs = [] }: Task, { reads }: WiredProvider): readonly string[] {
  return reads.map((file) => `$TURBO_ROOT$/${file}`).filter((input) => !inputs.includes(input));
}

const beginProviders = "<!-- providers -->";
const endProviders = "<!-- end of providers -->";

/** A provider in the table of README.md. */
export interface ProviderRow {
  readonly provider: string;
  readonly title: string;
  readonly operations: number;
}

/**
 * A README whose table between the marks has a row of every provider. Those that are there stay as people have written them, but for the number of
 * operations; those of no provider go.
 *
 * @param changed - the rows of providers that may have changed
 */
export function wireTable(text: string, changed: readonly ProviderRow[], providers: readonly string[]): string {
  const [before, rest] = split(text, beginProviders);
  const [table, after] = rest === undefined ? [] : split(rest, endProviders);
  if (table === undefined || after === undefined) return text;
  const [head = "", rule = "", ...old] = table.trim().split("\n");
  const known = new Map(old.map((row) => [/\]\(packages\/([^)]+)\)/.exec(row)?.[1] ?? row, row]));
  const added = changed.map(({ provider }) => provider).filter((provider) => !known.has(provider));
  const rows = [...known.keys(), ...added].flatMap((provider) => {
    if (!providers.includes(provider)) return [];
    const row = changed.find((one) => one.provider === provider);
    return (row === undefined ? known.get(provider) : rowOf(row, known.get(provider))) ?? [];
  });
  return `${before}${beginProviders}\n${[head, rule, ...rows].join("\n")}\n${endProviders}${after}`;
}

function rowOf({ provider, title, operations }: ProviderRow, old: string | undefined): string {
  if (old !== undefined) return old.replace(/\| *\d+ *\|$/, `| ${operations} |`);
  const line = title.replace(/\s+/g, " ").replace(/[\\|`*_<[\]]/g, "\\$&");
  return `| [\`@facsimile/${provider}\`](packages/${provider}) | ${line} | ${operations} |`;
}

function split(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** What is missing of a provider in a repository, in a line each. */
export async function findUnwired(home: string, provider: string): Promise<readonly string[]> {
  const files = [`specs/${provider}/openapi.yaml`, `packages/${provider}/package.json`, `api/${provider}.api.md`];
  const evidence = `specs/${provider}/evidence.json`;
  const read = (file: string): string => readFileSync(path.join(home, file), "utf8");
  const { tasks } = JSON.parse(read("turbo.json")) as { readonly tasks: Readonly<Record<string, Task>> };
  const ofContract = tasks[`@facsimile/${provider}#contract`] ?? {};
  return [
    ...(existsSync(path.join(home, evidence)) || (await isOfOthers({ name: provider, into: home }))
      ? []
      : [`${evidence} is missing, and ${configuration} does not name the document`]),
    ...files.filter((file) => !existsSync(path.join(home, file))).map((file) => `${file} is missing`),
    ...tasksOfAll
      .filter((task) => tasks[task]?.dependsOn?.includes(`@facsimile/${provider}#build`) !== true)
      .map((task) => `turbo.json: ${task} does not depend on its build`),
    ...missingInputs(ofContract, wiredProvider(home, provider)).map(
      (input) => `turbo.json: its contract does not depend on ${input}`,
    ),
    ...(read("README.md").includes(`](packages/${provider})`) ? [] : ["README.md: its row is missing"]),
  ];
}
