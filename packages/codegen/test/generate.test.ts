import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import { files, folder, giveFolders, read, run, spec, write } from "./generate-folder.js";

giveFolders();

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
    expect((await run()).changes.map(({ path }) => path)).toEqual(["package.json", "src/generated/schemas/teas.ts"]);
    expect(read("packages/tea/src/generated/schemas/teas.ts")).toMatch("root?: string;");
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

  it("writes nothing when it only checks", async () => {
    expect((await run({ check: true })).outcome).toBe("outdated");
    expect(files(".")).not.toContain("packages");
  });
});
