import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../src/index.js";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, path, "package.json"), "utf8"));
}

describe("the versions that a new package depends on", () => {
  const folder = mkdtempSync(join(tmpdir(), "facsimile-versions-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let created: Manifest;
  beforeAll(async () => {
    const spec = join(import.meta.dirname, "golden/whole-package/openapi.yaml");
    await generate({ specs: [spec], out: join(folder, "new"), name: "new" });
    created = manifestOf(join(folder, "new"));
  });

  it("are, of this family, those of the release that the generator is of", () => {
    const { version } = manifestOf("..");
    expect(created.dependencies).toEqual({ "@facsimile/runtime": `^${version}` });
    expect(created.devDependencies).toMatchObject({ "@facsimile/contract": version });
  });

  it("are the same for all packages of a release", () => {
    const { fixed } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../.changeset/config.json"), "utf8"));
    expect(fixed[0]).toEqual(
      expect.arrayContaining(["@facsimile/codegen", "@facsimile/runtime", "@facsimile/contract", "facsimile"]),
    );
    for (const name of ["runtime", "contract"])
      expect(manifestOf(`../../${name}`).version).toBe(manifestOf("..").version);
  });

  it("are, of tools, those of this repository", () => {
    const { typescript, vitest } = manifestOf("../../..").devDependencies;
    expect(created.devDependencies).toMatchObject({ typescript, vitest });
  });
});
