import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentWith, looser, own, stricter, teaRepository } from "./tea-repository.js";

const tea = teaRepository();
const { write, read, git, writePackage, changeset, run } = tea;

describe("what people ask for", () => {
  it("keeps what a person has written around it, and a higher bump", async () => {
    write("specs/tea.json", looser);
    await run();
    const edited = read(own).replace("patch\n---\n\n", "minor\n---\n\nMore tea for all.\n\n");
    write(own, `${edited}\nThanks to Ann.\n`);
    write("specs/tea.json", documentWith({ maximum: 300 }));
    expect((await run()).code).toBe(0);
    const text = read(own);
    expect(text).toMatch(/^---\n"@acme\/tea": minor\n---\n\nMore tea for all\.\n\nWhat changes/);
    expect(text).toMatch(/300/);
    expect(text).not.toMatch(/200/);
    expect(text).toMatch(/\n\nThanks to Ann\.\n$/);
    write("specs/tea.json", documentWith({ maximum: 100 }));
    await run();
    expect(read(own)).toBe('---\n"@acme/tea": minor\n---\n\nMore tea for all.\n\nThanks to Ann.\n');
  });

  it("refuses a bump that a person has lowered, and raises it when told to", async () => {
    write("specs/tea.json", stricter);
    await run();
    const whole = read(own);
    const lowered = whole.replace('"@acme/tea": minor', '"@acme/tea": patch');
    write(own, lowered);
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/patch is asked for by .*, and minor is needed after 0\.1\.0:\n {2}- .*50/);
    expect(refused.out).toMatch(/or run: npx facsimile changeset --raise\n$/);
    expect(read(own)).toBe(lowered);
    expect((await run("--check")).code).toBe(1);
    expect((await run("--raise")).code).toBe(0);
    expect(read(own)).toBe(whole);
  });

  it("writes none where one of several changesets of people asks for enough", async () => {
    write("specs/tea.json", stricter);
    changeset("quiet-cups-sing", "patch", "Words.");
    changeset("bold-cups-sing", "minor", "At most 50 teas.");
    expect((await run()).out).toContain("minor is asked for by .changeset/bold-cups-sing.md");
    expect(existsSync(join(tea.folder(), own))).toBe(false);
  });

  it("reads an empty changeset, which asks for nothing", async () => {
    changeset("empty-cups-sing", "", "");
    write("specs/tea.json", stricter);
    expect((await run("--check")).out).toContain("no changeset asks for a release");
    await run();
    expect((await run("--check")).code).toBe(0);
  });

  it("takes a version that was raised since for an answer", async () => {
    git("tag", "@acme/tea@0.1.0");
    write("specs/tea.json", stricter);
    writePackage("0.1.1");
    expect((await run("--check")).out).toMatch(/patch is asked for, and minor is needed/);
    writePackage("0.2.0");
    expect((await run()).out).toContain("minor is asked for by the version, which has been raised");
  });
});
