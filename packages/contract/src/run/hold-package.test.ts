import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, type TestPackage } from "../../test/tea-package.js";
import type { ContractReport } from "../report/report.js";
import { failures, summaryLine } from "../report/summary.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/faulty.yaml", import.meta.url);
const patienceMs = 120_000;

describe("a right package of a document that has faults of its own", () => {
  let built: TestPackage;
  let report: ContractReport;
  beforeAll(async () => {
    built = await buildPackage(document, "faulty");
    report = await holdPackage({ document, package: built.folder });
  }, patienceMs);
  afterAll(() => built.remove());

  it("has no red case, and findings that are the document's alone, each once and with its line", () => {
    expect(report.failed).toEqual([]);
    expect(report.missing).toEqual([]);
    const file = "test/documents/faulty.yaml";
    expect(report.findings.map(({ whose, at, message }) => `${whose} ${at} ${message}`).sort()).toEqual([
      `document ${file}:119 The enumeration lists null twice.`,
      `document ${file}:120 nullable means nothing from OpenAPI 3.1 on: write oneOf with the reference and type "null".`,
      `document ${file}:38 The example wrong does not fit its schema at /grams: must be integer.`,
      `document ${file}:57 The example does not fit its schema at /grams: must be integer.`,
    ]);
    expect(summaryLine(report)).toMatch(/^document 4 · package 0 · server 0 · prism 0 · tool 0 · not tried \d+$/);
  });

  it("tries values that match their patterns, and says of those that cannot be made why", () => {
    const reasons = new Map(report.holes.map(({ goal, reason }) => [goal, reason]));
    expect(reasons.get("parameter getTea path teaId valid")).toBeUndefined();
    expect(reasons.get("parameter getTea query runaway valid")).toBeUndefined();
    expect(reasons.get("parameter getTea query impossible valid")).toMatch(
      /^No value for query impossible: no value was found/,
    );
    expect(reasons.get("operation brewPot")).toMatch(/^No value for the body: no value was found/);
    expect(reasons.get("example getTea 200 application/json wrong")).toBe("The example wrong does not fit its schema.");
    expect(reasons.get("security putTea without any credential")).toMatch(/caller's own to give/);
    expect(reasons.get("parameter getLeaf path id valid")).toBeUndefined();
  });

  it("may have what is known accepted, by the same id each time, and is told what is accepted without need", {
    timeout: patienceMs,
  }, async () => {
    const accept = new URL("contract.accept.yaml", built.folder);
    const reasons = report.findings.map(({ id }) => `${id}: The provider knows.\n`);
    await writeFile(accept, `${reasons.join("")}document-00000000: It was mended.\n`);
    const operations = ["getTea", "putTea", "brewPot", "getLeaf", "countLeaf", "fillCup"];
    const again = await holdPackage({ document, package: built.folder, operations });
    expect(failures(again)).toEqual([
      "document-00000000 is accepted and was not found: take it out of contract.accept.yaml",
    ]);
    await writeFile(accept, "document-00000000:\n");
    await expect(holdPackage({ document, package: built.folder })).rejects.toThrow(
      /accepts document-00000000 without a reason/,
    );
  });

  it("is shared by parts, each operation and each schema by one of them, and none says that something was accepted without need", {
    timeout: patienceMs,
  }, async () => {
    const accepted = { "document-00000000": "It was mended." };
    const parts = [];
    for (const number of [1, 2])
      parts.push(await holdPackage({ document, package: built.folder, accepted, part: { number, of: 2 } }));
    expect(parts.reduce((sum, { operations }) => sum + operations, 0)).toBe(report.operations);
    // What is asked of the client's own types belongs to no part.
    expect(parts.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(report.cases);
    expect(parts.flatMap(({ missing, notNeeded }) => [...missing, ...notNeeded])).toEqual([]);
    expect(new Set(parts.flatMap(({ findings }) => findings.map(({ id }) => id)))).toEqual(
      new Set(report.findings.map(({ id }) => id)),
    );
  });

  it("tries the operations that are named, strictly where that is wanted", { timeout: patienceMs }, async () => {
    const some = await holdPackage({
      document,
      package: built.folder,
      accepted: {},
      operations: ["getTea"],
      strict: true,
      casesPerOperation: 12,
    });
    expect(some.operations).toBe(1);
    expect(some.cases).toBeLessThan(40);
    expect(some.findings.map(({ message }) => message)).toContain(
      'The example right does not fit its schema: must NOT have unevaluated properties: "notes".',
    );
    await expect(
      holdPackage({ document, package: built.folder, accepted: {}, operations: ["getPot"] }),
    ).rejects.toThrow("The document has no operation getPot.");
  });
});
