import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDocument } from "../src/init/document.js";
import { type Outcome, runIn } from "./run-facsimile.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-reference-options-"));
  mkdirSync(join(folder, "specs"));
  writeFileSync(
    join(folder, "specs/notes.yaml"),
    firstDocument.replace("#/components/schemas/Note", "../shared/marks.yaml"),
  );
  mkdirSync(join(folder, "shared"));
  writeFileSync(
    join(folder, "shared/marks.yaml"),
    "type: object\nproperties: { marks: { type: integer, description: How many. } }\n",
  );
  const schemas = Array.from({ length: 12 }, (_, index) => `    S${index}: { type: object }\n`);
  writeFileSync(join(folder, "many.yaml"), `${firstDocument}${schemas.join("")}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const reference = (...args: readonly string[]): Promise<Outcome> => runIn(folder, ["reference", ...args]);
const operation = (where: string): string => readFileSync(join(folder, where, "operations/get-note.md"), "utf8");

describe("facsimile reference", () => {
  it("calls the package that it is given the name of", async () => {
    await reference("many.yaml", "--out", "named", "--name", "@acme/notes");
    expect(operation("named")).toContain('from "@acme/notes";');
    await reference("many.yaml", "--out", "unnamed");
    expect(operation("unnamed")).toContain('from "many";');
  });

  it("reads files outside of the document's folder where it is allowed to", async () => {
    const shut = await reference("specs/notes.yaml", "--out", "shut");
    expect(shut.err).toMatch(/^specs\/notes\.yaml:\d+:\d+ \w+ reference-outside\n.*\n +\d+ \|/);
    expect(operation("shut")).not.toContain("marks");
    expect(await reference("specs/notes.yaml", "--out", "open", "--allow", "shared")).toMatchObject({
      code: 0,
      err: "",
    });
    expect(operation("open")).toContain("`marks`");
  });

  it("lists some of the files, and counts the others", async () => {
    const { out } = await reference("many.yaml", "--out", "many");
    expect(out.split("\n")).toHaveLength(13);
    expect(out).toMatch(/^many: written\n {2}\+ README\.md\n(?: {2}\+ .*\n){9} {2}and \d+ more\n$/);
  });
});
