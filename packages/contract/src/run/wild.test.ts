import { expect, it } from "vitest";
import { buildPackage } from "../../test/tea-package.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/wild.yaml", import.meta.url);

it("has no red case and no finding where a right package meets what public documents have", {
  timeout: 120_000,
}, async () => {
  const built = await buildPackage(document, "wild");
  try {
    const report = await holdPackage({ document, package: built.folder, accepted: {} });
    expect(report.failed).toEqual([]);
    expect(report.findings).toEqual([]);
    const reasons = new Map(report.holes.map(({ goal, reason }) => [goal, reason]));
    expect(reasons.get("parameter searchTeas query matching valid")).toMatch(/on the wire it has no form/);
    expect(reasons.get("body sendTeas multipart/form-data broken")).toBeUndefined();
  } finally {
    await built.remove();
  }
});
