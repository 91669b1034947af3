import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

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
    [
      path.join(import.meta.dirname, "../dist/index.d.ts"),
      path.join(import.meta.dirname, "../dist/streams/index.d.ts"),
      path.join(import.meta.dirname, "../dist/webhooks/index.d.ts"),
    ],
    options,
  );
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
  expect(found).toEqual([]);
});
