import { expect, it } from "vitest";
import { buildPackage } from "../../test/tea-package.js";
import { holdPackage } from "./hold-package.js";

const document = new URL("../../test/documents/own-headers.yaml", import.meta.url);

it("tries every documented answer of an API whose parameters are headers that are sent anyway, as everywhere else", {
  timeout: 120_000,
}, async () => {
  const built = await buildPackage(document, "own-headers");
  try {
    const report = await holdPackage({ document, package: built.folder, accepted: {} });
    expect(report.failed).toEqual([]);
    expect(report.findings).toEqual([]);
  } finally {
    await built.remove();
  }
});
