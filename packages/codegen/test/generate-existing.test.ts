import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import { files, folder, giveFolders, read, run, spec, write } from "./generate-folder.js";

giveFolders();

describe("generate, in a folder that holds something", () => {
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

describe("the section of a README that people own", () => {
  const readme = "packages/tea/README.md";
  const fill = (text: string): void => {
    const [before = "", after = ""] = read(readme).split("\n\n<!-- end of yours -->");
    write(readme, `${before}\n${text}\n<!-- end of yours -->${after}`);
  };

  it("is kept whatever becomes of the document, and is no difference", async () => {
    await run();
    expect(await run({ check: true })).toMatchObject({ outcome: "unchanged" });
    const own = "## Ours\n\n  Ask **Ann**.  \n\n```sh\n<!-- end of yours -->\n```\n";
    fill(own);
    expect(await run({ check: true })).toMatchObject({ outcome: "unchanged" });
    write(spec, read(spec).replace("title: Tea House", "title: Coffee House"));
    expect(await run()).toMatchObject({ outcome: "written" });
    expect(read(readme)).toContain(`again -->\n${own}\n<!-- end of yours -->\n\n## Install\n`);
    expect(read(readme)).toContain("Coffee House");
  });

  it("survives an editor that writes other ends of lines, and a document that says the marks", async () => {
    await run();
    const [, begin = ""] = /(<!-- yours: .* -->)/.exec(read(readme)) ?? [];
    const marks = `\`\`\`\n${begin}\n<!-- end of yours -->\n\`\`\``;
    write(spec, read(spec).replace(/^ {2}title: .*$/m, `$&\n  description: ${JSON.stringify(marks)}`));
    fill("Ours.");
    write(readme, read(readme).replaceAll("\n", "\r\n"));
    for (const outcome of ["written", "unchanged"]) expect(await run()).toMatchObject({ outcome });
    expect(read(readme)).toContain(`again -->\nOurs.\n<!-- end of yours -->\n`);
  });

  it.each<string | RegExp>(["<!-- end of yours -->\n", /<!-- yours: .* -->\n/])(
    "is not lost where a mark is: nothing is written, and that is said (%s)",
    async (mark) => {
      await run();
      fill("Ours.");
      write(readme, read(readme).replace(mark, ""));
      write(spec, read(spec).replace("title: Tea House", "title: Coffee House"));
      const before = read(readme);
      expect(await run()).toMatchObject({
        outcome: "failed",
        diagnostics: [{ code: "output-unusable", file: expect.stringMatching(/README\.md$/) }],
      });
      expect(read(readme)).toBe(before);
    },
  );
});
