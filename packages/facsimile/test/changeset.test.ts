import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentWith, looser, own, stricter, teaRepository } from "./tea-repository.js";

const tea = teaRepository();
const { write, read, git, commit, writePackage, run } = tea;

describe("facsimile changeset", () => {
  it("has nothing to write where nothing has changed, or where it is only written differently", async () => {
    write("specs/tea.json", JSON.stringify(JSON.parse(read("specs/tea.json")), undefined, 2));
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/nothing has changed\n$/) });
    expect(readdirSync(join(tea.folder(), ".changeset"))).toEqual(["config.json"]);
  });

  it("writes the bump and a sentence for each change, what breaks first, and nothing more the second time", async () => {
    const paths = { "/cups": { get: { operationId: "listCups", responses: { 204: { description: "Done" } } } } };
    write("specs/tea.json", documentWith({ maximum: 50 }, { summary: "Lists teas", paths }));
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining(`minor, ${own} is written`) });
    const text = read(own);
    expect(text).toMatch(
      /^---\n"@acme\/tea": minor\n---\n\nWhat changes for callers: <!-- .*minor [0-9a-f]{8} -->\n\n- Breaking: /,
    );
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toEqual([
      expect.stringMatching(/^- Breaking: .*50.*100 \(`GET \/teas`\)\.$/),
      expect.stringMatching(/^- New: .*GET \/cups.*$/),
      "- Documentation: 1 change.",
    ]);
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/minor is asked for\n$/) });
    expect(read(own)).toBe(text);
  });

  it("fails a check with the reason and the command that mends it, and not once that has run", async () => {
    write("specs/tea.json", stricter);
    const failed = await run("--check", "--since", "main");
    expect(failed.code).toBe(1);
    expect(failed.out).toMatch(/no changeset asks for a release, and minor is needed after 0\.1\.0:\n {2}- .*50/);
    expect(failed.out).toMatch(/Mend it: npx facsimile changeset --since main\n$/);
    expect(existsSync(join(tea.folder(), own))).toBe(false);
    expect(await run("--check", "--since", "main", "--quiet")).toEqual(failed);
    await run("--since", "main");
    expect(await run("--check", "--since", "main", "--quiet")).toEqual({ code: 0, out: "" });
  });

  it("asks for a patch before 1.0 where nothing breaks, and raises its own to more from then on", async () => {
    write("specs/tea.json", looser);
    await run();
    expect(read(own)).toContain('"@acme/tea": patch');
    writePackage("1.0.0");
    write("specs/tea.json", documentWith({ maximum: 100 }));
    commit("Release");
    git("tag", "@acme/tea@1.0.0");
    write("specs/tea.json", stricter);
    await run();
    expect(read(own)).toContain('"@acme/tea": major');
  });

  it("deletes its changeset when the change is taken back", async () => {
    write("specs/tea.json", stricter);
    await run();
    write("specs/tea.json", documentWith({ maximum: 100 }));
    expect((await run()).out).toContain(`${own} is deleted`);
    expect(existsSync(join(tea.folder(), own))).toBe(false);
  });

  it("says what is wrong with how it is called, and with what it reads", async () => {
    expect(await run("--since", "nowhere")).toMatchObject({
      code: 2,
      out: expect.stringMatching(/no revision nowhere/),
    });
    expect((await run("--document", "x")).code).toBe(2);
    write(".changeset/broken.md", "no front matter");
    expect(await run()).toMatchObject({ code: 2, out: expect.stringMatching(/broken|front\s?matter/i) });
    write("specs/tea.json", "{");
    rmSync(join(tea.folder(), ".changeset/broken.md"));
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining("specs/tea.json") });
  });
});
