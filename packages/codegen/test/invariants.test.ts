import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
);

function importsOf(name: string): readonly string[] {
  const text = readFileSync(join(source, name), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*"([^"]+)"/g)].map(([, specifier = ""]) => specifier);
}

function mentions(name: string, text: string): boolean {
  return readFileSync(join(source, name), "utf8").includes(text);
}

function inFolder(folder: string): readonly string[] {
  return files.filter((name) => name.startsWith(`${folder}/`));
}

describe("the steps of the generator", () => {
  it.each(["emit", "print", "plan"])("%s touches no file, clock, environment or network", (folder) => {
    for (const name of inFolder(folder)) {
      expect(importsOf(name).filter((specifier) => specifier.startsWith("node:"))).toEqual([]);
      expect(readFileSync(join(source, name), "utf8")).not.toMatch(
        /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|performance\.|fetch\()/,
      );
    }
  });

  it.each([
    ["print", ["emit", "plan", "write"]],
    ["plan", ["emit", "print", "write"]],
    ["write", ["print"]],
  ])("%s knows nothing of %j", (folder, others) => {
    for (const name of inFolder(folder)) {
      for (const other of others)
        expect(importsOf(name).filter((specifier) => specifier.includes(`../${other}/`))).toEqual([]);
    }
  });

  it("have one door to openapi-typescript", () => {
    const users = files.filter(
      (name) => mentions(name, "openapi-typescript/") || importsOf(name).includes("openapi-typescript"),
    );
    expect(users).toEqual(["emit/raw/upstream.ts"]);
    const outsiders = files.filter(
      (name) => !name.startsWith("emit/raw/") && importsOf(name).some((one) => /raw\/(?:upstream|convert)/.test(one)),
    );
    expect(outsiders).toEqual([]);
  });

  it("need no compiler but for raw", () => {
    const users = files.filter((name) =>
      importsOf(name).some((one) => one === "typescript" || /compiler\.js$/.test(one)),
    );
    expect(users.filter((name) => !name.startsWith("emit/raw/") && name !== "compiler.ts")).toEqual([]);
  });

  it("make source of text through the doors of print alone", () => {
    const outside = files.filter(
      (name) => !name.startsWith("print/") && importsOf(name).some((specifier) => /print\/(?!index)/.test(specifier)),
    );
    expect(outside).toEqual([]);
    expect(readFileSync(join(source, "print/index.ts"), "utf8")).not.toMatch(/\btext\b,|\{ text/);
    const forged = files.filter(
      (name) => name.startsWith("emit/") && readFileSync(join(source, name), "utf8").includes('kind: "text"'),
    );
    expect(forged).toEqual([]);
  });
});
