import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GeneratedPackage, type GenerateOptions, generate } from "../src/generate.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-generate-"));
  mkdirSync(join(folder, "node_modules"));
  mkdirSync(join(folder, "specs/tea"), { recursive: true });
  cpSync(join(import.meta.dirname, "golden/whole-package/openapi.yaml"), join(folder, "specs/tea/openapi.yaml"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const spec = "specs/tea/openapi.yaml";

async function run(options: Partial<GenerateOptions> = {}): Promise<GeneratedPackage> {
  const [one] = await generate({ specs: [spec], out: "packages/*", cwd: folder, ...options });
  if (one === undefined) throw new Error("nothing was generated");
  return one;
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function files(path: string): readonly string[] {
  return readdirSync(join(folder, path), { recursive: true, encoding: "utf8" }).sort();
}

describe("generate", () => {
  it("writes a package for each document, into the folder that is named for its provider", async () => {
    const one = await run();
    expect(one).toMatchObject({ outcome: "written", folder: "packages/tea", name: "tea", diagnostics: [] });
    expect(one.changes.every(({ kind }) => kind === "create")).toBe(true);
    expect(files("packages/tea")).toContain("src/generated/operations/teas.ts");
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({
      name: "tea",
      version: "0.1.0",
      dependencies: { "@facsimile/runtime": expect.any(String) },
    });
  });

  it("gives the same bytes in another folder", async () => {
    await run();
    const other = mkdtempSync(join(tmpdir(), "facsimile-other-"));
    cpSync(join(folder, "specs"), join(other, "specs"), { recursive: true });
    await run({ cwd: other });
    for (const path of files("packages/tea").filter((name) => /\.\w+$/.test(name))) {
      expect(readFileSync(join(other, "packages/tea", path), "utf8")).toBe(read(join("packages/tea", path)));
    }
    rmSync(other, { recursive: true });
  });

  it("writes nothing the second time, with what it remembers and without", async () => {
    await run();
    const before = files(".");
    expect((await run()).outcome).toBe("unchanged");
    rmSync(join(folder, "node_modules"), { recursive: true });
    expect((await run()).outcome).toBe("unchanged");
    expect(files(".").filter((name) => !name.startsWith("node_modules"))).toEqual(
      before.filter((name) => !name.startsWith("node_modules")),
    );
  });

  it.each(["src/generated/client.ts", "package.json", "README.md"])(
    "notices a change of %s though its time is the same",
    async (name) => {
      await run();
      const path = join(folder, "packages/tea", name);
      const original = read(join("packages/tea", name));
      writeFileSync(path, original.replace("Tea House", "Tea Hause"));
      utimesSync(path, 0, 0);
      expect(await run({ check: true })).toMatchObject({
        outcome: "outdated",
        changes: [{ kind: "update", path: name }],
      });
      expect((await run()).outcome).toBe("written");
      expect(read(join("packages/tea", name))).toBe(original);
    },
  );

  it("notices a change of a file that the document refers to", async () => {
    write("specs/tea/openapi.yaml", read(spec).replace('"#/components/schemas/Tea"', '"tea.yaml"'));
    write("specs/tea/tea.yaml", "type: object\nproperties:\n  leaf: { type: string }\n");
    const one = await run();
    expect(one.inputs).toContain(join(folder, "specs/tea/tea.yaml"));
    expect((await run()).outcome).toBe("unchanged");
    write("specs/tea/tea.yaml", "type: object\nproperties:\n  root: { type: string }\n");
    expect((await run()).changes.map(({ path }) => path)).toEqual(["src/generated/schemas/teas.ts"]);
    expect(read("packages/tea/src/generated/schemas/teas.ts")).toMatch("root?: string;");
  });

  it("keeps the version, changed ranges, fields of others and the changelog, and owns the rest of package.json", async () => {
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    manifest.version = "3.1.4";
    manifest.dependencies["@facsimile/runtime"] = "^9.0.0";
    manifest.funding = "https://example.com";
    manifest.scripts.lint = "lint";
    manifest.scripts.test = "npm run lint";
    manifest.scripts.build = "make";
    manifest.type = "commonjs";
    write("packages/tea/package.json", JSON.stringify(manifest));
    write("packages/tea/CHANGELOG.md", "# Changes\n");
    expect((await run()).changes.map(({ path }) => path)).toEqual(["package.json"]);
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({
      version: "3.1.4",
      dependencies: { "@facsimile/runtime": "^9.0.0" },
      funding: "https://example.com",
      scripts: { lint: "lint", test: "npm run lint", build: "tsc -p tsconfig.json" },
      type: "module",
    });
    expect(read("packages/tea/CHANGELOG.md")).toBe("# Changes\n");
    expect((await run()).outcome).toBe("unchanged");
  });

  it("lets the words of package.json follow the document until somebody changes them", async () => {
    await run();
    write(spec, read(spec).replace("title: Tea House", "title: Coffee House"));
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    expect(manifest.description).toBe("Typed client for the Coffee House API.");
    expect(manifest.keywords).toEqual(["coffee-house", "api", "client", "openapi", "typescript"]);

    const changed = { license: "ISC", description: "What we drink.", keywords: [...manifest.keywords, "drinks"] };
    write("packages/tea/package.json", JSON.stringify({ ...manifest, ...changed }));
    write(spec, read(spec).replace("title: Coffee House", "title: Water House"));
    await run();
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject(changed);
  });

  it.each([
    ["description", "", ""],
    ["description", 1, "Typed client for the Tea House API."],
    ["description", undefined, "Typed client for the Tea House API."],
    ["keywords", [], []],
    ["keywords", ["tea"], ["tea"]],
    ["keywords", ["api", "client"], ["api", "client"]],
    ["keywords", "tea", ["tea-house", "api", "client", "openapi", "typescript"]],
  ])("takes %s %j of package.json for what it says", async (field, there, then) => {
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    write("packages/tea/package.json", JSON.stringify({ ...manifest, [field]: there }));
    await run();
    expect(JSON.parse(read("packages/tea/package.json"))[field]).toEqual(then);
  });

  it("takes the name from the package that is there, and the repository from the nearest package.json above that has one", async () => {
    write(
      "package.json",
      JSON.stringify({ name: "root", license: "MIT", repository: { type: "git", url: "https://example.com/x.git" } }),
    );
    await run({ name: "@acme/*" });
    expect(await run()).toMatchObject({ name: "@acme/tea", outcome: "unchanged" });
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({
      license: "MIT",
      repository: { type: "git", url: "https://example.com/x.git", directory: "packages/tea" },
    });
  });

  it("deletes what it generated once, and nothing else", async () => {
    await run();
    const mark = read("packages/tea/src/index.ts").split("\n", 1)[0] ?? "";
    mkdirSync(join(folder, "packages/tea/src/generated/deep"));
    write("packages/tea/src/generated/deep/old.ts", `${mark}\n\nexport {};\n`);
    write("packages/tea/src/generated/mine.ts", "export {};\n");
    expect((await run()).changes).toMatchObject([{ kind: "delete", path: "src/generated/deep/old.ts" }]);
    expect(files("packages/tea/src/generated")).not.toContain("deep");
    expect(files("packages/tea/src/generated")).toContain("mine.ts");
  });

  it("overwrites no file that it did not generate, and then writes nothing at all", async () => {
    mkdirSync(join(folder, "packages/tea/src/generated"), { recursive: true });
    write("packages/tea/src/generated/client.ts", "export const mine = 1;\n");
    const one = await run();
    expect(one.outcome).toBe("failed");
    expect(one.diagnostics).toMatchObject([
      { code: "output-not-generated", file: expect.stringContaining("client.ts") },
    ]);
    expect(files("packages/tea").filter((name) => name.endsWith(".ts"))).toEqual(["src/generated/client.ts"]);
  });

  it("takes over no package of somebody else's", async () => {
    mkdirSync(join(folder, "packages/tea"), { recursive: true });
    const manifest = '{ "name": "left-pad", "version": "1.3.0", "main": "index.js" }';
    write("packages/tea/package.json", manifest);
    expect(await run()).toMatchObject({
      outcome: "failed",
      diagnostics: [{ code: "output-not-generated", file: expect.stringMatching(/packages\/tea\/package\.json$/) }],
    });
    expect(files("packages/tea")).toEqual(["package.json"]);
    expect(read("packages/tea/package.json")).toBe(manifest);
  });

  it("leaves a package as it is where its document has an error, and generates the others", async () => {
    await run();
    const before = read("packages/tea/src/generated/schemas/teas.ts");
    mkdirSync(join(folder, "specs/cup"));
    cpSync(join(folder, spec), join(folder, "specs/cup/openapi.yaml"));
    write(spec, `${read(spec)}\n]`);
    const [tea, cup] = await generate({ specs: [spec, "specs/cup/openapi.yaml"], out: "packages/*", cwd: folder });
    expect(tea).toMatchObject({ outcome: "failed", changes: [] });
    expect(tea?.diagnostics.map(({ code }) => code)).toContain("yaml-syntax");
    expect(cup).toMatchObject({ outcome: "written" });
    expect(read("packages/tea/src/generated/schemas/teas.ts")).toBe(before);
  });

  it("repeats the warnings of a document that has not changed", async () => {
    write(
      spec,
      read(spec).replace(
        '"401": { description: The key is missing or wrong. }',
        '"401": { description: No., unknown: 1 }',
      ),
    );
    const first = await run();
    expect(first.diagnostics).not.toEqual([]);
    expect(await run()).toMatchObject({ outcome: "unchanged", diagnostics: first.diagnostics });
  });

  it("takes a package.json with a byte order mark as npm takes it", async () => {
    write("package.json", '\uFEFF{ "license": "MIT" }');
    expect((await run()).outcome).toBe("written");
    write("packages/tea/package.json", `\uFEFF${read("packages/tea/package.json").replace("0.1.0", "2.0.0")}`);
    expect(await run()).toMatchObject({ outcome: "written", changes: [{ path: "package.json" }] });
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({ version: "2.0.0", license: "MIT" });
  });

  it("writes nothing when it only checks", async () => {
    expect((await run({ check: true })).outcome).toBe("outdated");
    expect(files(".")).not.toContain("packages");
  });

  it("says that a package is half written when it only checks, and takes that back when it does not", async () => {
    await run();
    const left = "packages/tea/.facsimile/1-000000000000-000000000000.taken";
    mkdirSync(join(folder, left, "old"), { recursive: true });
    renameSync(join(folder, "packages/tea/src/index.ts"), join(folder, left, "old/0"));
    const steps = [{ kind: "delete", path: "src/index.ts", digest: "" }];
    write(`${left}/journal.json`, JSON.stringify({ folders: [], steps }));
    const before = files(".");
    expect(await run({ check: true })).toMatchObject({
      outcome: "failed",
      changes: [],
      diagnostics: [{ code: "output-unfinished", file: expect.stringMatching(/\.taken$/) }],
    });
    expect(files(".")).toEqual(before);
    expect(await run()).toMatchObject({ outcome: "unchanged" });
    expect(files("packages/tea")).not.toContain(".facsimile");
  });

  it.each(["package.json", "src", "src/generated", "src/generated/client.ts"])(
    "refuses %s that is a symbolic link, and touches nothing behind it",
    async (path) => {
      await run();
      renameSync(join(folder, "packages/tea", path), join(folder, "victim"));
      symlinkSync(join(folder, "victim"), join(folder, "packages/tea", path));
      const before = files(".");
      write(spec, read(spec).replace("title: Tea House", "title: Coffee House"));
      for (const check of [true, false]) {
        expect(await run({ check })).toMatchObject({
          outcome: "failed",
          changes: [],
          diagnostics: [
            {
              code: "output-unusable",
              file: expect.stringMatching(`packages/tea/${path}$`),
              message: expect.stringMatching("symbolic link"),
            },
          ],
        });
      }
      expect(files(".")).toEqual(before);
    },
  );

  it("does not wait for a pipe where a package.json is meant", async () => {
    execFileSync("mkfifo", [join(folder, "package.json")]);
    expect(await run()).toMatchObject({
      outcome: "failed",
      diagnostics: [{ code: "output-unusable", message: expect.stringMatching("A pipe") }],
    });
  });

  it("leaves one of several packages in a folder, whoever generates them at once", async () => {
    cpSync(join(folder, spec), join(folder, "specs/cup.yaml"));
    write(
      "specs/cup.yaml",
      read(spec).replace("title: Tea House", "title: Coffee House").replaceAll("getTea", "getCup"),
    );
    const options = { out: "packages/one", cwd: folder };
    const all = await Promise.all(
      [spec, "specs/cup.yaml", spec, "specs/cup.yaml"].map((one) => generate({ specs: [one], ...options })),
    );
    expect(all.flat().map(({ outcome }) => outcome)).not.toContain("failed");
    const outcomes = [];
    for (const one of [spec, "specs/cup.yaml"]) {
      const checked = await generate({ specs: [one], check: true, ...options });
      outcomes.push(checked[0]?.outcome);
    }
    expect(outcomes.sort()).toEqual(["outdated", "unchanged"]);
  });
});

describe("a package that carries its document", () => {
  it("has the whole of it in one file, by a subpath of its own, until nobody asks for it any more", async () => {
    const one = await run({ carryDocument: true });
    expect(one).toMatchObject({ outcome: "written" });
    const [first, second, ...members] = Object.entries(JSON.parse(read("packages/tea/openapi.json")));
    expect(first).toEqual(["x-generated", expect.stringMatching(/^Generated by Facsimile\./)]);
    expect([second?.[0], ...members.map(([name]) => name)].slice(0, 2)).toEqual(["openapi", "info"]);
    const manifest = JSON.parse(read("packages/tea/package.json"));
    expect(manifest.exports["./openapi.json"]).toBe("./openapi.json");
    expect(manifest.files).toContain("openapi.json");
    expect(await run({ carryDocument: true })).toMatchObject({ outcome: "unchanged" });
    expect(await run({ check: true })).toMatchObject({ outcome: "outdated" });
    expect((await run()).changes.filter(({ kind }) => kind === "delete")).toMatchObject([{ path: "openapi.json" }]);
    expect(read("packages/tea/package.json")).not.toContain("openapi.json");
  });

  it("gives the same package to those who generate from the document that it carries", async () => {
    await run({ carryDocument: true });
    const again = { specs: ["packages/tea/openapi.json"], carryDocument: true };
    expect(await run({ ...again, out: "other" })).toMatchObject({ outcome: "written" });
    expect(read("other/openapi.json")).toBe(read("packages/tea/openapi.json"));
    expect(read("other/src/generated/operations/teas.ts")).toBe(read("packages/tea/src/generated/operations/teas.ts"));
    expect((await run({ ...again, carryDocument: false, out: "packages/tea" })).outcome).toBe("written");
    expect(read("packages/tea/openapi.json")).toBe(read("other/openapi.json"));
  });

  it("holds what other files of the document say", async () => {
    write("specs/tea/parts.yaml", "Leaf: { type: string, maxLength: 3 }\n");
    write(
      "specs/tea/openapi.yaml",
      [
        "openapi: 3.1.0",
        "info: { title: Tea, version: '1' }",
        "paths:",
        "  /leaf:",
        "    get:",
        "      operationId: getLeaf",
        "      responses:",
        "        '200':",
        "          description: A leaf",
        "          content: { application/json: { schema: { $ref: 'parts.yaml#/Leaf' } } }",
        "",
      ].join("\n"),
    );
    await run({ carryDocument: true });
    const { components } = JSON.parse(read("packages/tea/openapi.json"));
    expect(components.schemas).toEqual({ Leaf: { type: "string", maxLength: 3 } });
  });

  it("overwrites no document that somebody has put there", async () => {
    mkdirSync(join(folder, "packages/tea"), { recursive: true });
    write("packages/tea/openapi.json", '{ "openapi": "3.1.0" }');
    const { outcome, diagnostics } = await run({ carryDocument: true });
    expect(outcome).toBe("failed");
    expect(diagnostics[0]).toMatchObject({ code: "output-not-generated" });
  });

  it("links the page on versions of a repository that has one", async () => {
    const repository = "git+https://github.com/acme/clients.git";
    write("package.json", JSON.stringify({ name: "clients", repository }));
    await run({ carryDocument: true });
    expect(read("packages/tea/README.md")).toContain("what travels, and what compiles.\n");
    mkdirSync(join(folder, "docs"));
    write("docs/versions.md", "# Versions\n");
    await run({ carryDocument: true });
    expect(read("packages/tea/README.md")).toContain("<https://github.com/acme/clients/blob/HEAD/docs/versions.md>");
  });
});
