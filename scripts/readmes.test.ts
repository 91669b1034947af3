import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { compileSamples } from "./guide/reader-folder.js";
import { declareTexts, readSamples } from "./markdown-samples.js";
import { listProviders, root } from "./repository.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-readmes-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("every example in the README of a provider's package compiles", async () => {
  mkdirSync(path.join(folder, "samples"));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, "samples", name), text);
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "samples", "node_modules"), "junction");
  write("package.json", '{"private":true,"type":"module"}');
  write("given.d.ts", declareTexts(["apiKey", "token", "username", "password"]));
  for (const provider of listProviders()) {
    const name = `packages/${provider}/README.md`;
    const [first = "", ...others] = readSamples(readFileSync(path.join(root, name), "utf8"), name);
    const [client = ""] = first.split("const result");
    write(`${provider}-0.ts`, first);
    // What imports nothing goes on with the client of the first.
    for (const [index, text] of others.entries())
      write(`${provider}-${index + 1}.ts`, text.startsWith("import ") ? text : `${client}${text}`);
  }
  const settings = { lib: ["es2023", "dom", "esnext.disposable"], types: [], skipLibCheck: true };
  expect(await compileSamples(path.join(folder, "samples"), settings)).toBe("");
});
