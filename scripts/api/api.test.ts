import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPublicPackage } from "./entry.js";
import { printReport } from "./report.js";
import { describeStale } from "./stale.js";
import { readSurfaces } from "./surface.js";

// The compiler follows links, of which the folder for what is temporary may be one.
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "facsimile-api-")));
afterAll(() => rmSync(folder, { recursive: true }));

function packageOf(name: string, manifest: object, files: Readonly<Record<string, string>>): string {
  const home = path.join(folder, "node_modules", name);
  const all = { "package.json": JSON.stringify({ name, type: "module", ...manifest }), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), text);
  }
  return home;
}

function entry(file: string): object {
  return { types: `./${file}.d.ts`, default: `./${file}.js` };
}

const kettle = packageOf(
  "kettle",
  { exports: { ".": entry("index") } },
  {
    "index.d.ts": "/** It boils. And it whistles. */\nexport declare class Kettle {\n    boil(): void;\n}\n",
    "index.js": "export class Kettle { boil() {} }\n",
  },
);
const declared = [
  'import { Leaf as TeaLeaf } from "./leaf.js";',
  "/** Makes",
  " * tea. Takes a while.",
  " *",
  " * More about it.",
  " */",
  "export declare function brew(leaf: TeaLeaf): void;",
  "export declare function brew(leaf: TeaLeaf, minutes: number): void;",
  "export declare const cups: 3, other: 4;",
  "export type { Kettle } from 'kettle';",
  "export { brew as infuse };",
].join("\n");
const tea = packageOf(
  "tea",
  { exports: { "./more": entry("more"), ".": entry("index"), "./package.json": "./package.json" }, bin: { tea: "x" } },
  {
    "index.d.ts": declared,
    "index.js": "export function brew() {}\nexport { brew as infuse };\nexport const cups = 3, other = 4;\n",
    "leaf.d.ts":
      "export interface Leaf extends Plant {\n    /** In grams. */\n    weight: number;\n}\ninterface Plant {\n}\n",
    "more.d.ts": "export { Kettle } from 'kettle';\n",
    "more.js": "export { Kettle } from 'kettle';\n",
  },
);

describe("the page of a package", () => {
  it("shows what each entry exports, and once what it is declared as, with what is handed on and what is reached", async () => {
    const packages = [tea, kettle].map(readPublicPackage);
    const [surface] = await readSurfaces(packages);
    const [one] = packages;
    expect(one && surface && printReport(one, surface)).toBe(`# The surface of tea

Written by \`npm run api\` from the declarations of the built package. What changes here changes for those who import it.

Installs the command \`tea\`.

## \`tea\`

\`\`\`ts
import {
  type Kettle,
  brew,
  cups,
  infuse,
  other,
} from "tea";
\`\`\`

## \`tea/more\`

\`\`\`ts
import {
  Kettle,
} from "tea/more";
\`\`\`

## \`tea/package.json\`

A file of data.

## Declared here

\`\`\`ts
// Makes tea.
// Also called infuse.
function brew(leaf: TeaLeaf): void;
function brew(leaf: TeaLeaf, minutes: number): void;

const cups: 3;

const other: 4;
\`\`\`

## Handed on from kettle

\`\`\`ts
// It boils.
class Kettle {
    boil(): void;
}
\`\`\`

## Not exported, but part of what is

\`\`\`ts
// Also called TeaLeaf.
interface Leaf extends Plant {
    weight: number;
}

interface Plant {
}
\`\`\`
`);
  });

  it("cannot be made of what is not built", async () => {
    const files = { "index.d.ts": "export { gone } from './gone.js';\n", "index.js": "" };
    const unbuilt = packageOf("unbuilt", { exports: { ".": entry("index") } }, files);
    await expect(readSurfaces([readPublicPackage(unbuilt)])).rejects.toThrow(
      "unbuilt: gone leads nowhere. Run npm run build.",
    );
    const empty = packageOf("empty", { exports: { ".": entry("index") } }, {});
    await expect(readSurfaces([readPublicPackage(empty)])).rejects.toThrow("index.d.ts is missing. Run npm run build.");
  });
});

describe("a page that is stale", () => {
  it("is told by the package and the first line that differs", () => {
    const file = "api/tea.api.md";
    expect(describeStale(file, "tea", "a\nb\n", "a\nb\n")).toBeUndefined();
    expect(describeStale(file, "tea", "a\nb\n", "a\nc\nb\n")).toBe(
      "tea: api/tea.api.md:2 is not what the package declares. Run npm run api.\n  - b\n  + c",
    );
    expect(describeStale(file, "tea", "a\nb", "a")).toContain("tea.api.md:2 is not");
    expect(describeStale(file, "tea", "a\nb", "a")).toContain("- b\n  + (the end)");
    expect(describeStale(file, "tea", undefined, "a")).toBe("tea: api/tea.api.md is missing. Run npm run api.");
  });
});
