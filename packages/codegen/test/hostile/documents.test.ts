import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuiltPackage, buildPackage } from "./build-package.js";
import { faultsOf } from "./check-package.js";
import { compile } from "./compile.js";

/** Documents that mean harm, each by one door; the first line of each says which. */
const folder = join(import.meta.dirname, "documents");
const names = readdirSync(folder).map((name) => name.replace(/\.yaml$/, ""));

/** Those of which no package has to be made, and why. */
const refused: Readonly<Record<string, string>> = {
  "deep-schema": "document-too-deep",
  "numbers-that-are-not": "yaml-number-not-json",
  "reference-out-of-the-folder": "reference-outside",
  "reference-to-a-scheme": "reference-network",
  "reference-to-prototype": "reference-unresolved",
  "reference-to-the-network": "reference-network",
  "schema-of-itself": "reference-circular",
  "yaml-alias-of-itself": "yaml-alias-limit",
  "yaml-complex-key": "yaml-key-not-text",
  "yaml-duplicate-prototype": "yaml-duplicate-key",
  "yaml-laughs": "yaml-alias-limit",
  "yaml-several-documents": "yaml-several-documents",
  "yaml-tags": "yaml-tag-unsupported",
  "yaml-words-that-are-no-text": "structure-invalid",
};

describe("a hostile document", () => {
  const packages: BuiltPackage["files"][] = [];

  it("is one of at least a hundred", () => {
    expect(names.length).toBeGreaterThanOrEqual(100);
  });

  it.each(names)("%s gives a sound package, or says why not", async (name) => {
    const { files, diagnostics } = await buildPackage(readFileSync(join(folder, `${name}.yaml`)));
    packages.push(files);
    const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
    if (files.size === 0) expect([...new Set(errors)].join()).toBe(refused[name] ?? "a package");
    expect(faultsOf(files)).toEqual([]);
  });

  it("gives a package that the compiler accepts", () => {
    expect(compile(packages)).toEqual([]);
  });

  it("leaves the process as it was", () => {
    expect("pwned" in globalThis).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("polluted" in {}).toBe(false);
  });
});
