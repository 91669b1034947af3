import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifestOf(path: string): Manifest {
  return JSON.parse(readFileSync(join(import.meta.dirname, path, "package.json"), "utf8"));
}

/** Major, minor and patch of a version or of the lowest version in a caret range, as one number. */
function rank(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.replace("^", "").split(".").map(Number);
  return (major * 1_000 + minor) * 1_000 + patch;
}

describe("the versions that a new package depends on", () => {
  const created = manifestOf("golden/whole-package/package");

  it("are, of this family, none that is not released yet", () => {
    const ranges = {
      runtime: created.dependencies["@facsimile/runtime"],
      contract: created.devDependencies["@facsimile/contract"],
    };
    for (const [name, range = ""] of Object.entries(ranges)) {
      expect(range).toMatch(/^\^?\d+\.\d+\.\d+$/);
      expect(rank(range)).toBeLessThanOrEqual(rank(manifestOf(`../../${name}`).version));
    }
  });

  it("are, of tools, those of this repository", () => {
    const { typescript, vitest } = manifestOf("../../..").devDependencies;
    expect(created.devDependencies).toMatchObject({ typescript, vitest });
  });
});
