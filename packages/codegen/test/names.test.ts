import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Api, buildModel, loadDocument } from "@facsimile/document";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";

/** Inside this package, so that what is generated finds the runtime, and where no commit picks it up. */
const reports = join(import.meta.dirname, "../reports");
mkdirSync(reports, { recursive: true });
const folder = mkdtempSync(join(reports, "names-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Sample {
  readonly title: string;
  readonly operations: readonly SampleOperation[];
  readonly schemas: readonly string[];
  readonly schemes: readonly string[];
}

interface SampleOperation {
  readonly path: string;
  readonly id: string | undefined;
  readonly chosen: string | undefined;
  readonly hasInput: boolean;
}

/** Words that become the same names, and words that packages, modules and languages use for something. */
const word = fc.constantFrom(
  ..."create Create create_ createKettle create-kettle createClient createRaw makeKettle raw rawClient send unwrap then client input options".split(
    " ",
  ),
  ..."User user USER users-user getUser GetUserInput getUserInput GetUserResult getUserOperation GetUserOperationInput UserModel UserRequest".split(
    " ",
  ),
  ..."ApiError Client Success Pages Promise Record Blob Object Kettle KettleClient KettleOptions KettleCredentials KettleApi".split(
    " ",
  ),
  ..."delete default class new constructor toString __proto__ prototype paths operations components getA postA getB $ _ 1 - größe 缶 🚀".split(
    " ",
  ),
  "",
  "a b",
);

const sample: fc.Arbitrary<Sample> = fc.record({
  title: word,
  operations: fc.uniqueArray(
    fc.record({
      path: fc.constantFrom("/a", "/b", "/a-b", "/a_b", "/a/b", "/user", "/users/a", "/", "/create"),
      id: fc.option(word, { nil: undefined }),
      chosen: fc.option(word, { nil: undefined, freq: 4 }),
      hasInput: fc.boolean(),
    }),
    { selector: ({ path }) => path, maxLength: 8 },
  ),
  schemas: fc.uniqueArray(word, { maxLength: 8 }),
  schemes: fc.uniqueArray(word, { maxLength: 3 }),
});

function documentOf({ title, operations, schemas, schemes }: Sample): object {
  const operationOf = ({ id, chosen, hasInput }: SampleOperation): object => ({
    ...(id !== undefined && { operationId: id }),
    ...(chosen !== undefined && { "x-facsimile-name": chosen }),
    ...(hasInput && { parameters: [{ name: "q", in: "query", schema: { type: "string" } }] }),
    responses: {
      200: {
        description: "Done.",
        content: { "application/json": { schema: { anyOf: schemas.map(referenceTo) } } },
      },
    },
  });
  return {
    openapi: "3.1.0",
    info: { title, version: "1" },
    servers: [{ url: "https://api.example.com" }],
    security: schemes.map((name) => ({ [name]: [] })),
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: operationOf(one) }])),
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [name, { type: "object", properties: { a: { type: "string" } } }]),
      ),
      securitySchemes: Object.fromEntries(schemes.map((name) => [name, { type: "http", scheme: "bearer" }])),
    },
  };
}

function referenceTo(name: string): object {
  return { $ref: `#/components/schemas/${encodeURIComponent(name)}` };
}

let count = 0;

function write(document: object): string {
  count += 1;
  const file = join(folder, `${count}.json`);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

async function modelOf(one: Sample): Promise<Api> {
  const { document, diagnostics } = await loadDocument(write(documentOf(one)));
  const api = document && buildModel(document).api;
  if (api === undefined) throw new Error(JSON.stringify(diagnostics));
  return api;
}

/** Every name that the two entries of a package export. */
function exportedNames({ names, operations, schemaTypes }: Api): readonly string[] {
  const { handedOn, ...own } = names;
  return [
    ...Object.values(own),
    ...handedOn.map(({ as }) => as),
    ...schemaTypes.flatMap(({ name, requestName }) => [name, requestName]),
    ...operations.flatMap(({ name, inputName, resultName, pagesName }) => [name, inputName, resultName, pagesName]),
  ].filter((name) => name !== undefined);
}

function namesByPath({ operations }: Api): ReadonlyMap<string, string> {
  return new Map(operations.map(({ path, name }) => [path, name]));
}

describe("the names of a package", () => {
  it("are names of one thing each", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (one) => {
        const api = await modelOf(one);
        const names = exportedNames(api);
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
        const members = api.operations.map(({ name }) => name);
        expect(new Set(members).size).toBe(members.length);
        expect(members).not.toContain("then");
      }),
      { numRuns: 150 },
    );
  });

  it("do not depend on the order of what has nothing to do with one another", async () => {
    await fc.assert(
      fc.asyncProperty(sample, fc.integer({ min: 1, max: 7 }), async (one, by) => {
        const untied = {
          ...one,
          operations: one.operations.map((each) => ({ ...each, id: undefined, chosen: undefined })),
        };
        const turned = [...untied.operations.slice(by), ...untied.operations.slice(0, by)];
        const [before, after] = [await modelOf(untied), await modelOf({ ...untied, operations: turned })];
        for (const [path, name] of namesByPath(before)) expect(namesByPath(after).get(path)).toBe(name);
      }),
      { numRuns: 50 },
    );
  });

  it("stay what they are where an operation is added at the end, unless it is spelled like one of them", async () => {
    await fc.assert(
      fc.asyncProperty(sample, word, async (one, id) => {
        const before = await modelOf(one);
        const added = { path: "/added/at/the/end", id, chosen: undefined, hasInput: true };
        const after = namesByPath(await modelOf({ ...one, operations: [...one.operations, added] }));
        for (const [path, name] of namesByPath(before)) if (name !== id) expect(after.get(path)).toBe(name);
      }),
      { numRuns: 100 },
    );
  });

  it("stay what they are where an operation without an id is added", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (one) => {
        const before = await modelOf(one);
        const added = { path: "/added/first", id: undefined, chosen: undefined, hasInput: true };
        const after = namesByPath(await modelOf({ ...one, operations: [added, ...one.operations] }));
        for (const [path, name] of namesByPath(before)) expect(after.get(path)).toBe(name);
      }),
      { numRuns: 50 },
    );
  });
});

const runs = process.env.FUZZ === undefined ? 12 : 200;

describe("packages", () => {
  it("compile strictly whatever the document calls things, and so do the examples in their README", async () => {
    const samples = fc.sample(sample, { numRuns: runs, seed: 12 });
    const sources: string[] = [];
    for (const [index, one] of samples.entries()) sources.push(...(await sourcesOf(one, `sample-${index}`)));
    const program = ts.createProgram(sources, compilerOptions);
    expect(ts.getPreEmitDiagnostics(program).map(describeDiagnostic)).toEqual([]);
  }, 300_000);
});

/** The modules of a package, and a module for each example of its README. */
async function sourcesOf(one: Sample, name: string): Promise<readonly string[]> {
  const out = join(folder, name);
  const [generated] = await generate({ specs: [write(documentOf(one))], out, name });
  expect(generated?.outcome).toBe("written");
  const modules = readdirSync(join(out, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const examples = [...readFileSync(join(out, "README.md"), "utf8").matchAll(/```ts\n(import .*?)```/gs)];
  const written = examples.map(([, text = ""], index) => {
    const file = join(out, "src", `example-${index}.ts`);
    const local = text
      .replace(new RegExp(`"${name}/([\\w-]+)"`, "g"), '"./$1.js"')
      .replaceAll(`"${name}"`, '"./index.js"');
    writeFileSync(file, `${freeVariables}\n${local}`);
    return file;
  });
  return [...modules.map((file) => join(out, "src", file)), ...written];
}

/** What the examples leave to the reader. */
const freeVariables = "declare const token: string;";

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
};

function describeDiagnostic({ file, start, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
  return `${file?.fileName.replace(folder, "") ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}
