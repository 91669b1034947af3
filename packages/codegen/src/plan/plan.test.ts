import { describe, expect, it } from "vitest";
import { firstDifference } from "./difference.js";
import { generatedMark, isGenerated } from "./mark.js";
import { planPackage } from "./plan.js";

const mark = `// ${generatedMark}\n`;

describe("a plan", () => {
  it("creates, updates, deletes and leaves alone", () => {
    const plan = planPackage(
      [
        { path: "new.ts", text: `${mark}new` },
        { path: "same.ts", text: `${mark}same` },
        { path: "other.ts", text: `${mark}after` },
      ],
      new Map([
        ["same.ts", `${mark}same`],
        ["other.ts", `${mark}before`],
        ["gone.ts", `${mark}gone`],
        ["mine.ts", "mine"],
      ]),
    );
    expect(plan).toEqual({
      changes: [
        { kind: "create", path: "new.ts", text: `${mark}new` },
        { kind: "update", path: "other.ts", text: `${mark}after`, before: `${mark}before` },
        { kind: "delete", path: "gone.ts", before: `${mark}gone` },
      ],
      refused: [],
    });
  });

  it("refuses to overwrite what was not generated", () => {
    const files = [
      { path: "package.json", text: "{}" },
      { path: "client.ts", text: mark },
    ];
    const plan = planPackage(files, new Map(files.map(({ path }) => [path, "mine"])));
    expect(plan).toEqual({ changes: [], refused: ["package.json", "client.ts"] });
  });

  it("knows the package.json of a generated package, which is merged and bears no mark, by its dependency", () => {
    const before = '{ "dependencies": { "@facsimile/runtime": "^0.1.0" } }';
    const plan = planPackage([{ path: "package.json", text: "{}" }], new Map([["package.json", before]]));
    expect(plan).toEqual({ changes: [{ kind: "update", path: "package.json", text: "{}", before }], refused: [] });
  });

  it("knows a generated file by its first line alone", () => {
    expect([`${mark}x`, `<!-- ${generatedMark} -->\n`, `x\n${mark}`, ""].map(isGenerated)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("knows a generated document by its first member", () => {
    const marked = `{\n  "x-generated": ${JSON.stringify(generatedMark)},\n  "openapi": "3.1.0"\n}`;
    const later = `{\n  "openapi": "3.1.0",\n  "x-generated": ${JSON.stringify(generatedMark)}\n}`;
    expect([marked, later, '{\n  "x-generated": "by somebody"\n}'].map(isGenerated)).toEqual([true, false, false]);
  });
});

describe("the first difference", () => {
  it("is the lines that are not the same, three at most", () => {
    const before = ["a", "b", "c", "z"].join("\n");
    const after = ["a", "1", "2", "3", "4", "z"].join("\n");
    expect(firstDifference({ kind: "update", path: "x", before, text: after })).toEqual({
      line: 2,
      before: ["b", "c"],
      after: ["1", "2", "3"],
    });
  });
});
