import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import type { GeneratedPackage, GenerateOptions } from "../src/generate-options.js";

/**
 * Each folder of test/golden has a small document about one feature of OpenAPI, the modules that are generated from it, and `usage.ts`: code that
 * uses them, with `@ts-expect-error` where it must not compile. `npx vitest run -u` in this package writes the modules anew.
 */
const golden = join(import.meta.dirname, "golden");
const features = readdirSync(golden).sort();
const whole = "whole-package";

describe("generated modules", () => {
  const folder = mkdtempSync(join(tmpdir(), "facsimile-golden-"));
  let packages: ReadonlyMap<string, GeneratedPackage>;
  beforeAll(async () => {
    const generateAll = (some: readonly string[], parts: Pick<GenerateOptions, "raw" | "schemas">) => {
      const specs = some.map((feature) => join(golden, feature, "openapi.yaml"));
      return generate({ specs, out: join(folder, "*"), name: "@golden/*", ...parts });
    };
    const others = features.filter((feature) => feature !== "raw" && feature !== "validation");
    const generated = [
      ...(await generateAll(others, {})),
      ...(await generateAll(["raw"], { raw: true })),
      ...(await generateAll(["validation"], { schemas: true })),
    ];
    packages = new Map(generated.map((one) => [basename(one.folder), one]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(features)("%s", async (feature) => {
    expect(packages.get(feature)?.outcome).toBe("written");
    if (feature === whole) return;
    const modules = modulesIn(join(folder, feature, "src"));
    for (const name of modules) {
      const text = readFileSync(join(folder, feature, "src", name), "utf8");
      await expect(text).toMatchFileSnapshot(join(golden, feature, "src", name));
    }
    expect(modulesIn(join(golden, feature, "src"))).toEqual(modules);
  });

  it("include every file of a package", async () => {
    const [one] = await generate({ ...wholePackage, check: process.env.UPDATE === undefined });
    expect(one?.changes).toEqual([]);
  });
});

function modulesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).sort();
}

/** Its files are where they belong, since they hold paths that lead from one to another. */
const wholePackage = {
  specs: [join(golden, whole, "openapi.yaml")],
  out: join(golden, whole, "package"),
  name: "@golden/tea-house",
  carryDocument: true,
};

describe("the compiler", () => {
  let program: ts.Program;
  beforeAll(() => {
    program = ts.createProgram(features.flatMap(sourceFiles), compilerOptions);
  }, 120_000);

  it("accepts all of them, with the declarations of the runtime, and refuses what it must", () => {
    expect(ts.getPreEmitDiagnostics(program).map(describeDiagnostic)).toEqual([]);
  }, 120_000);

  it("finds no any", () => {
    const found = features.flatMap(sourceFiles).filter((file) => {
      const source = program.getSourceFile(file);
      return source !== undefined && mentionsAny(source);
    });
    expect(found).toEqual([]);
  });
});

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: [],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  skipLibCheck: false,
  noEmit: true,
};

function sourceFiles(feature: string): readonly string[] {
  const folder = join(golden, feature, ...(feature === whole ? ["package"] : []), "src");
  const usage = join(golden, feature, "usage.ts");
  return [...modulesIn(folder).map((name) => join(folder, name)), ...(existsSync(usage) ? [usage] : [])];
}

function describeDiagnostic({ file, start, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
  return `${file?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

function mentionsAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, mentionsAny) ?? false);
}

describe("the formatter and the linter of this repository", () => {
  it("have nothing to change", async () => {
    const biome = join(import.meta.dirname, "../../../node_modules/.bin/biome");
    const { stdout, stderr } = await promisify(execFile)(biome, ["check", "--error-on-warnings", golden]);
    expect(stdout + stderr).toMatch(/No fixes applied/);
  });
});
