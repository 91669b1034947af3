import { fileURLToPath } from "node:url";
import { startMockServer } from "@facsimile/mock";
import { expect, it } from "vitest";
import { holdServer } from "./hold-server.js";

const document = fileURLToPath(new URL("../../test/documents/twins.yaml", import.meta.url));

it("accuses no server that takes for one path what does not fit another of the same form", async () => {
  const server = await startMockServer(document);
  try {
    const report = await holdServer({ document, url: server.url, write: true, env: {} });
    expect(
      report.results.flatMap(({ name, findings }) => findings.map(({ message }) => `${name}: ${message}`)),
    ).toEqual([]);
  } finally {
    await server.close();
  }
});
