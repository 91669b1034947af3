import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../repository.js";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};

const calls = [
  ["listUsers", '{ query: { q: "ann", page: 1 } }'],
  ["createUser", '{ body: { firstName: "Ann", lastName: "Lee" } }'],
  ["getUser", '{ path: { userID: "u" } }'],
  ["updateUser", '{ path: { userID: "u" }, body: { firstName: "Ann", lastName: "Lee" } }'],
  ["deleteUser", '{ path: { userID: "u" } }'],
  ["authenticateUser", '{ path: { userID: "u" }, body: { message: "m" } }'],
  ["registerUser", '{ path: { userID: "u" } }'],
  ["setUserTags", '{ path: { userID: "u" }, body: { tags: { a: "b" } } }'],
  ["getUserAudits", '{ path: { userID: "u" }, query: { perPage: 5 } }'],
  ["listDeletedUsers", "{}"],
] as const;

const credentials = '{ credentials: { basic: { username: "u", password: "p" } } }';
const throughObject = [
  'import { createSendAuth } from "@facsimile/sendauth";',
  `const sendauth = createSendAuth(${credentials});`,
  ...calls.map(
    ([name, input], index) => `const r${index} = await sendauth.${name}(${input});\nif (r${index}.ok) r${index}.data;`,
  ),
  "export {};",
].join("\n");
const throughFunctions = [
  `import { createClient, ${calls.map(([name]) => name).join(", ")} } from "@facsimile/sendauth/functions";`,
  `const client = createClient(${credentials});`,
  ...calls.map(
    ([name, input], index) => `const r${index} = await ${name}(client, ${input});\nif (r${index}.ok) r${index}.data;`,
  ),
  "export {};",
].join("\n");

function count(source: string, folder: string): number {
  const file = path.join(folder, "main.mts");
  writeFileSync(file, source);
  const program = ts.createProgram([file], options);
  const [problem] = program.getSemanticDiagnostics(program.getSourceFile(file));
  if (problem !== undefined) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, " "));
  return program.getInstantiationCount();
}

/** More than these are a mistake in what is declared. */
export const mostInstantiations = 50;

/** Type instantiations of ten calls of SendAuth over an empty file, once through the object and once through the functions. */
export function countInstantiations(): ReadonlyMap<string, number> {
  // Beside the packages, so that their names resolve as they do for those who install them.
  const folder = mkdtempSync(path.join(root, "node_modules", ".facsimile-types-"));
  try {
    const empty = count("export {};", folder);
    const programs = Object.entries({ "an object": throughObject, functions: throughFunctions });
    return new Map(programs.map(([title, source]) => [title, count(source, folder) - empty]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function printInstantiations(): void {
  for (const [title, more] of countInstantiations())
    console.log(`${`ten calls of ${title}`.padEnd(27)} ${more} type instantiations (aim: under ${mostInstantiations})`);
}
