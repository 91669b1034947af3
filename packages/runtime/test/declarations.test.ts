import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const dist: string = path.join(import.meta.dirname, "../dist");

it("compiles where nobody has told the compiler what a platform has", () => {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    module: ts.ModuleKind.NodeNext,
  };
  const program = ts.createProgram(
    ["index.d.ts", "streams/index.d.ts", "webhooks/index.d.ts"].map((file) => path.join(dist, file)),
    options,
  );
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(found).toEqual([]);
});

it("gives the compiler of a consumer few files to read", () => {
  const names = filesReadBy(["index.d.ts"]).map(({ fileName }) => path.basename(fileName));
  expect(names).toEqual(expect.arrayContaining(["index.d.ts", expect.stringMatching(/^shared-/)]));
  expect(names.length).toBeLessThan(8);
});

it("has names as they were written", () => {
  const read = filesReadBy(
    ["index", "raw", "schemas/index", "streams/index", "webhooks/index"].map((name) => `${name}.d.ts`),
  );
  expect(read.filter(({ text }) => /\w\$\d/.test(text)).map(({ fileName }) => fileName)).toEqual([]);
});

function filesReadBy(entries: readonly string[]): readonly ts.SourceFile[] {
  const program = ts.createProgram(
    entries.map((file) => path.join(dist, file)),
    { types: [], noLib: true, module: ts.ModuleKind.NodeNext },
  );
  return program.getSourceFiles();
}
