import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, type TestPackage } from "../../test/tea-package.js";
import type { ContractReport } from "../report/report.js";
import { failures } from "../report/summary.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/misjudged.yaml", import.meta.url);

describe("a right package of a document that Prism reads otherwise than it says", () => {
  let built: TestPackage;
  let report: ContractReport;
  beforeAll(async () => {
    built = await buildPackage(document, "misjudged");
    report = await holdPackage({ document, package: built.folder, accepted: {} });
  }, 120_000);
  afterAll(() => built.remove());

  it("has no red case: what Prism refuses and our own validator allows is a finding of Prism's", () => {
    expect(report.failed).toEqual([]);
    expect(report.findings.map(({ whose, message }) => `${whose}: ${message}`)).toEqual([
      "prism: findTeas: 200: Prism refuses what the document allows: query: Request query must have required property 'filter'",
      "prism: putTea: body application/x-www-form-urlencoded nothing optional: Prism refuses what the document allows: request: Body parameter is required",
    ]);
    expect(failures(report)).toEqual([]);
    expect(report.passed + report.misjudged.length).toBe(report.cases);
  });

  it("is not green where no case says anything of the package", { timeout: 120_000 }, async () => {
    const few = { operations: ["findTeas"], casesPerOperation: 1 };
    const misjudged = await holdPackage({ document, package: built.folder, accepted: {}, ...few });
    expect(misjudged.notExercised).toEqual(["findTeas"]);
    expect(failures(misjudged)).toEqual([
      "nothing was exercised: of no operation has a case passed, and the holes say why",
    ]);
  });

  it("covers nothing by what Prism misjudges, and says why", () => {
    const reasons = new Map(report.holes.map(({ goal, reason }) => [goal, reason]));
    expect(reasons.get("parameter findTeas query filter valid")).toMatch(/Prism refuses what the document allows/);
    expect(report.missing).toEqual([]);
  });
});
