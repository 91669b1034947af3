import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listProviders, listTools, root } from "../repository.js";
import { findCircles } from "./circles.js";
import { readImports } from "./read-imports.js";

/** What a package may import of ours, everything flows towards `document`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "@facsimile/document": [],
  "@facsimile/codegen": ["@facsimile/document"],
  "@facsimile/change": ["@facsimile/document", "@facsimile/codegen"],
  "@facsimile/samples": ["@facsimile/document"],
  "@facsimile/mock": ["@facsimile/document", "@facsimile/samples"],
  "@facsimile/contract": ["@facsimile/document", "@facsimile/mock", "@facsimile/samples"],
  "@facsimile/evidence": ["@facsimile/document", "@facsimile/samples"],
  "@facsimile/runtime": [],
  "@facsimile/tanstack-query": ["@facsimile/runtime"],
  "@facsimile/testing": ["@facsimile/document", "@facsimile/runtime", "@facsimile/samples"],
  facsimile: [
    "@facsimile/document",
    "@facsimile/codegen",
    "@facsimile/change",
    "@facsimile/contract",
    "@facsimile/mock",
    "@facsimile/evidence",
  ],
};

function nameOf(folder: string): string {
  return JSON.parse(readFileSync(path.join(root, "packages", folder, "package.json"), "utf8")).name;
}

function packageOf(specifier: string): string | undefined {
  return /^(@facsimile\/[^/]+|facsimile(?=\/|$))/.exec(specifier)?.[1];
}

describe.each(listTools())("packages/%s", (folder) => {
  const name = nameOf(folder);
  const imports = readImports(root, [`packages/${folder}/src`, `packages/${folder}/faults`]);

  it("imports only the packages of ours that it may", () => {
    const sources = [...imports].filter(([module]) => !module.endsWith(".test.ts"));
    const ours = sources.flatMap(([module, all]) =>
      all.flatMap(({ specifier }) => {
        const imported = packageOf(specifier);
        return imported === undefined || allowed[name]?.includes(imported) ? [] : [`${module} imports ${specifier}`];
      }),
    );
    expect(allowed).toHaveProperty([name]);
    expect(ours).toEqual([]);
  });

  it("has no circles between files", () => {
    expect(imports.size).toBeGreaterThan(0);
    expect(findCircles(imports).map((way) => way.join(" → "))).toEqual([]);
  });

  it("imports no file of another package from its source", () => {
    const strangers = [...imports]
      .filter(([module]) => !module.endsWith(".test.ts"))
      .flatMap(([module, all]) =>
        all.flatMap(({ module: target }) =>
          target === undefined || target.startsWith(`packages/${folder}/`) ? [] : [`${module} imports ${target}`],
        ),
      );
    expect(strangers).toEqual([]);
  });
});

describe("the steps of the generator", () => {
  const imports = readImports(root, ["packages/codegen/src"]);

  /** The modules of one folder that import from another one, with what they import. */
  function crossings(from: string, to: string): string[] {
    return [...imports]
      .filter(([module]) => module.startsWith(`packages/codegen/src/${from}/`) && !module.endsWith(".test.ts"))
      .flatMap(([module, all]) =>
        all.flatMap(({ module: target }) =>
          target?.startsWith(`packages/codegen/src/${to}/`) ? [`${module} → ${target}`] : [],
        ),
      );
  }

  it.each([
    ["print", ["emit", "plan", "write"]],
    ["emit", ["write"]],
    ["plan", ["emit", "print", "write"]],
    ["write", ["emit", "print"]],
  ])("%s imports nothing of %j", (from, others) => {
    expect(others.flatMap((to) => crossings(from, to))).toEqual([]);
  });
});

describe("the rooms of the contract proof", () => {
  const rooms = [
    ...["wire", "cases", "oracles", "preflight", "report", "run", "session", "chains", "fuzz", "server"],
    ...["proxy", "package", "mutation"],
  ];
  const imports = readImports(root, ["packages/contract/src"]);
  const roomOf = (module: string): string | undefined => /^packages\/contract\/src\/([^/]+)\//.exec(module)?.[1];

  it("stand in an order in which each imports only from those before it", () => {
    const up = [...imports].flatMap(([module, all]) => {
      const own = module.endsWith(".test.ts") ? undefined : roomOf(module);
      if (own === undefined) return [];
      expect(rooms).toContain(own);
      const targets = all.flatMap(({ module: target }) => (target === undefined ? [] : [target]));
      return targets
        .filter((target) => rooms.indexOf(roomOf(target) ?? own) > rooms.indexOf(own))
        .map((target) => `${module} → ${target}`);
    });
    expect(up).toEqual([]);
  });
});

it("no script and no test makes a circle either", () => {
  const folders = ["scripts", ...[...listTools(), ...listProviders()].map((folder) => `packages/${folder}/test`)];
  expect(findCircles(readImports(root, folders)).map((way) => way.join(" → "))).toEqual([]);
});
