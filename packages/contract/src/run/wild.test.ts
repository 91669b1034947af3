import { expect, it } from "vitest";
import { buildPackage } from "../../test/tea-package.js";
import type { ContractReport } from "../report/report.js";
import { holdPackage } from "./hold-package.js";

const patienceMs = 120_000;

async function hold(name: string): Promise<ContractReport> {
  const document = new URL(`../../test/documents/${name}.yaml`, import.meta.url);
  const built = await buildPackage(document, name);
  try {
    return await holdPackage({ document, package: built.folder, accepted: {} });
  } finally {
    await built.remove();
  }
}

it("has no red case and no finding where a right package meets what public documents have", {
  timeout: patienceMs,
}, async () => {
  const { failed, findings, holes, missing } = await hold("wild");
  expect(failed).toEqual([]);
  expect(missing).toEqual([]);
  expect(findings).toEqual([]);
  const reasons = new Map(holes.map(({ goal, reason }) => [goal, reason]));
  expect(reasons.get("parameter searchTeas query matching valid")).toMatch(/on the wire it has no form/);
  expect(reasons.get("operation pour")).toBe("The operation documents no answer.");
  expect(reasons.get("body sendTeas multipart/form-data broken")).toBeUndefined();
});

it("has no red case where objects are written in styles", { timeout: patienceMs }, async () => {
  const { failed, findings } = await hold("styles");
  expect(failed).toEqual([]);
  expect(findings.filter(({ whose }) => whose !== "prism")).toEqual([]);
});

it("has no red case where a schema cannot be compiled, which is the document's", { timeout: patienceMs }, async () => {
  const { failed, findings } = await hold("flags");
  expect(failed).toEqual([]);
  const document = findings.filter(({ whose }) => whose === "document");
  expect(document.map(({ message }) => message)).toEqual([expect.stringMatching(/^The schema cannot be compiled/)]);
  expect(findings.filter(({ whose }) => whose === "package")).toEqual([]);
});

it("tells each example that does not fit, also where the names of two differ in a number", {
  timeout: patienceMs,
}, async () => {
  const { findings } = await hold("numbered");
  const message = "does not fit its schema at /0: must be string.";
  expect(findings.map((found) => found.message)).toEqual([
    `The example page1 ${message}`,
    `The example page2 ${message}`,
  ]);
});
