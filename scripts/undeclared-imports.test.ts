import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { undeclaredImports } from "./undeclared-imports.js";

const home = mkdtempSync(path.join(tmpdir(), "facsimile-undeclared-"));
afterAll(() => rmSync(home, { recursive: true }));

it("finds what declarations import and the package does not depend on, as far as they are reached", () => {
  const manifest = {
    name: "tea",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
    dependencies: { "@scope/leaf": "1.0.0", "@types/pot": "1.0.0", "@types/scope__cup": "1.0.0" },
    peerDependencies: { vitest: ">=4" },
    devDependencies: { sugar: "1.0.0" },
  };
  const files = {
    "package.json": JSON.stringify(manifest),
    "dist/index.d.ts": [
      'export type { Leaf } from "@scope/leaf/green";',
      'import type { Pot } from "pot";',
      'import type { Cup } from "@scope/cup";',
      'import type { Test } from "vitest";',
      'import type { Server } from "node:http";',
      'export * from "./deep/inner.js";',
    ].join("\n"),
    "dist/deep/inner.d.ts": 'export type Sweet = import("sugar/cube").Cube;\nexport * from "../index.js";\n',
    "dist/unreached.d.ts": 'export * from "salt";\n',
  };
  mkdirSync(path.join(home, "dist", "deep"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(home, file), text);
  expect(undeclaredImports(home)).toEqual(["dist/deep/inner.d.ts imports sugar/cube"]);
});
