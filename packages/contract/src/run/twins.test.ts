import { expect, it } from "vitest";
import { buildPackage } from "../../test/tea-package.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/twins.yaml", import.meta.url);

it("tries each of several operations of one method and path as the one that is meant", {
  timeout: 120_000,
}, async () => {
  const built = await buildPackage(document, "twins");
  try {
    const report = await holdPackage({ document, package: built.folder, accepted: {} });
    expect(report.failed).toEqual([]);
    expect(report.findings).toEqual([]);
    const reasons = new Map(report.holes.map(({ goal, reason }) => [goal, reason]));
    expect(reasons.get("parameter getTea path name broken")).toBeUndefined();
    expect(reasons.get("body refreshToken application/json broken")).toBeUndefined();
  } finally {
    await built.remove();
  }
});
