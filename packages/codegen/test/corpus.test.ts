import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import type { GeneratedPackage } from "../src/generate-options.js";

/** See corpus/README.md. */
const corpus = join(import.meta.dirname, "corpus");
const names = readdirSync(corpus)
  .filter((name) => !name.endsWith(".usage.ts") && name !== "README.md")
  .sort();

/** Inside this package, so that what is generated finds the runtime, and where no commit picks it up. */
const reports = join(import.meta.dirname, "../reports");
mkdirSync(reports, { recursive: true });
const folder = mkdtempSync(join(reports, "corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

function documentOf(name: string): string {
  return extname(name) === "" ? join(corpus, name, "openapi.yaml") : join(corpus, name);
}

function stemOf(name: string): string {
  return basename(name, extname(name));
}

/** The findings that the comment at the head of a document states. */
function statedFindings(name: string): readonly string[] {
  const [head = ""] = /^(?:#.*\n|\s*\n)*/.exec(readFileSync(documentOf(name), "utf8")) ?? [];
  return [...head.matchAll(/^# (error|omission|warning) ([a-z0-9-]+)(?: (\/\S*))?$/gm)].map(([line]) => line.slice(2));
}

let packages: ReadonlyMap<string, GeneratedPackage>;
beforeAll(async () => {
  const generated = new Map<string, GeneratedPackage>();
  for (const name of names) {
    const out = join(folder, "packages", stemOf(name));
    const [one] = await generate({ specs: [documentOf(name)], out, name: stemOf(name) });
    if (one !== undefined) generated.set(name, one);
  }
  packages = generated;
}, 120_000);

function writtenNames(): readonly string[] {
  return names.filter((name) => packages.get(name)?.outcome === "written");
}

describe("a document of the corpus", () => {
  it.each(names)("%s has the findings that it states", (name) => {
    const generated = packages.get(name);
    const found = generated?.diagnostics.map(({ severity, code, pointer }) => {
      return `${severity} ${code}${pointer ? ` ${pointer.replaceAll(/\s/g, "%20")}` : ""}`;
    });
    expect(found).toEqual(statedFindings(name));
    const failed = found?.some((finding) => finding.startsWith("error "));
    expect(generated?.outcome).toBe(failed ? "failed" : "written");
  });
});

describe("the packages of the corpus", () => {
  let program: ts.Program;
  const out = join(folder, "compiled");

  beforeAll(() => {
    const sources = writtenNames().flatMap((name) => {
      const source = join(folder, "packages", stemOf(name), "src");
      const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
      return files.map((file) => join(source, file));
    });
    program = ts.createProgram([...sources, ...writtenNames().flatMap(usageOf)], {
      ...compilerOptions,
      rootDir: join(folder, "packages"),
      outDir: out,
    });
  }, 300_000);

  /** A copy of what uses the package, beside it. */
  function usageOf(name: string): readonly string[] {
    const file = join(corpus, `${stemOf(name)}.usage.ts`);
    if (!existsSync(file)) return [];
    const copy = join(folder, "packages", `${stemOf(name)}.usage.ts`);
    writeFileSync(copy, readFileSync(file, "utf8").replaceAll(`"./${stemOf(name)}/`, `"./${stemOf(name)}/src/`));
    return [copy];
  }

  it("compile strictly, with the declarations of the runtime", () => {
    expect(ts.getPreEmitDiagnostics(program).map(describeDiagnostic)).toEqual([]);
  }, 300_000);

  it("load", async () => {
    program.emit();
    for (const name of writtenNames()) {
      const entry = join(out, stemOf(name), "src/functions.js");
      expect(typeof (await import(pathToFileURL(entry).href)).createClient, name).toBe("function");
    }
  }, 120_000);
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
};

function describeDiagnostic({ file, start, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
  const place = file === undefined ? "" : relative(folder, file.fileName);
  return `${place}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}
