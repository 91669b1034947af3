import { type Consumer, type Group, name } from "./types-package.js";

/** A consumer's program, and what it may cost of an empty one: the aims are for GitHub's document. */
export interface Program {
  readonly title: string;
  readonly source: string;
  readonly time?: number;
  readonly memory?: number;
}

const wanted = 10;

/** The same ten calls through seven subpaths and through the whole client, ten of one subpath, and no call at all. */
export function writePrograms({ groups, factory }: Consumer): Program[] {
  const largest = groups.slice(0, 7);
  const one = groups.find(({ subpath }) => subpath === "issues") ?? groups[0];
  if (one === undefined) throw new Error("the package has no groups");
  const ofOne = { ...one, operations: one.operations.slice(0, wanted) };
  const ofSeven = dealOut(largest);
  const calls = ofSeven.flatMap(({ operations }) => operations);
  return [
    { title: "empty", source: "export {};\n" },
    { title: `subpaths: ${largest.length}`, source: throughSubpaths(ofSeven), time: 1.4, memory: 1.8 },
    { title: `one subpath, ${one.subpath}`, source: throughSubpaths([ofOne]), time: 1.15, memory: 1.3 },
    { title: "the whole client", source: throughClient(factory, calls), time: 1.6, memory: 2.2 },
  ];
}

/** Ten operations of all groups: the first of each, then the second of each, until there are ten. */
function dealOut(groups: readonly Group[]): Group[] {
  const longest = Math.max(...groups.map(({ operations }) => operations.length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    groups.flatMap(({ operations }) => operations[turn] ?? []),
  );
  const chosen = new Set(turns.flat().slice(0, wanted));
  return groups.map((group) => ({ ...group, operations: group.operations.filter((own) => chosen.has(own)) }));
}

/** The values of the inputs are left out, so that any document will do; their types are resolved all the same. */
function throughSubpaths(groups: readonly Group[]): string {
  const imports = groups.map(({ subpath, operations }, at) => {
    const client = at === 0 ? ["createClient"] : [];
    return `import { ${[...client, ...operations].join(", ")} } from "${name}/${subpath}";`;
  });
  const calls = groups
    .flatMap(({ operations }) => operations)
    .map((own, at) => {
      return `declare const i${at}: NonNullable<Parameters<typeof ${own}>[1]>;\n${read(`${own}(client, i${at})`, at)}`;
    });
  const client = "declare const options: Parameters<typeof createClient>[0];\nconst client = createClient(options);";
  return [...imports, client, ...calls, "export {};", ""].join("\n");
}

function throughClient(factory: string, operations: readonly string[]): string {
  const calls = operations.map((own, at) => {
    return `declare const i${at}: NonNullable<Parameters<typeof client.${own}>[0]>;\n${read(`client.${own}(i${at})`, at)}`;
  });
  const client = `declare const options: Parameters<typeof ${factory}>[0];\nconst client = ${factory}(options);`;
  return [`import { ${factory} } from "${name}";`, client, ...calls, "export {};", ""].join("\n");
}

function read(call: string, at: number): string {
  return `const r${at} = await ${call};\nif (r${at}.ok) r${at}.data;`;
}
