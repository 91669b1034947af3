import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contractTest, documentWith, own, stricter, teaRepository } from "./tea-repository.js";

const tea = teaRepository();
const { write, read, git, commit, changeset, run } = tea;

describe("what a package is compared with", () => {
  it("says of a package that was not there that it is new", async () => {
    write("packages/cup/package.json", JSON.stringify({ name: "@acme/cup", version: "0.1.0" }));
    write("packages/cup/test/contract.test.ts", contractTest("../../../specs/tea.json"));
    expect(await run("--check")).toMatchObject({ code: 0, out: expect.stringMatching(/^@acme\/cup: is new/) });
  });

  it("compares with the last release where there is a tag, wherever the document was then", async () => {
    git("tag", "@acme/tea@0.1.0");
    git("mv", "specs/tea.json", "specs/leaf.json");
    write("packages/tea/test/contract.test.ts", contractTest("../../../specs/leaf.json"));
    write("specs/leaf.json", stricter);
    commit("Stricter");
    expect((await run("--check", "--since", "HEAD")).out).toMatch(/^@acme\/tea since @acme\/tea@0\.1\.0: no changeset/);
    changeset("old-cups-sing", "minor", "At most 50 teas.");
    commit("Say so");
    expect((await run("--check", "--since", "HEAD")).code).toBe(0);
  });

  it("adds to what was said before the revision, and takes no older changeset for an answer", async () => {
    write("specs/tea.json", stricter);
    await run();
    commit("Stricter");
    write("specs/tea.json", documentWith({ maximum: 50, minimum: 1 }));
    expect((await run("--check", "--since", "HEAD")).code).toBe(1);
    await run("--since", "HEAD");
    expect(read(own).match(/^- Breaking: .*$/gm)).toHaveLength(2);
    const text = read(own);
    expect((await run("--check", "--since", "HEAD")).code).toBe(0);
    await run("--since", "HEAD");
    expect(read(own)).toBe(text);
  });

  it("compares what the overlays of each edition make of the document", async () => {
    const test = contractTest("../../../specs/tea.json");
    const overlay = (maximum: number): string =>
      `{"overlay":"1.0.0","info":{"title":"T","version":"1"},"actions":[{"target":"$.paths.*.get.parameters[0].schema","update":{"maximum":${maximum}}}]}`;
    const overlays =
      'overlays: [\n    new URL("../../../specs/none.json", import.meta.url),\n    new URL("../../../specs/less.json", import.meta.url),\n  ],';
    write("packages/tea/test/contract.test.ts", test.replace("url),", `url),\n  ${overlays}`));
    write("specs/none.json", overlay(1000));
    write("specs/less.json", overlay(80));
    commit("Overlays");
    git("tag", "@acme/tea@0.1.0");
    expect((await run()).out).toContain("nothing has changed");
    write("specs/less.json", overlay(50));
    expect((await run()).out).toContain("minor");
    expect(read(own)).toMatch(/^- Breaking: .*50.*80/m);
  });

  it("takes the document of a package that names none", async () => {
    rmSync(join(tea.folder(), "packages/tea/test"), { recursive: true });
    commit("No test");
    expect((await run()).out).toContain("name one with --document");
    write("specs/tea.json", stricter);
    expect((await run("--document", "packages/tea=specs/tea.json")).out).toContain(`minor, ${own} is written`);
    expect(await run("--document", "packages/no=specs/tea.json")).toMatchObject({
      code: 2,
      out: expect.stringContaining("packages/no is the folder of no package"),
    });
  });

  it("takes no document of the configuration that is at a URL, which has no earlier edition", async () => {
    const integrity = `sha256-${"A".repeat(43)}=`;
    write(
      "facsimile.config.yaml",
      `documents:\n  - { document: "https://tea.example/cup.json", integrity: "${integrity}", out: packages/cup }\n`,
    );
    expect(await run("--check")).toEqual({
      code: 0,
      out: expect.stringMatching(/^@acme\/tea .*nothing has changed\n$/),
    });
  });
});
