import { expect, it } from "vitest";
import { commandEntries, loadCommand } from "./registry.js";

it("loads the commands of this package", async () => {
  for (const entry of commandEntries.filter(({ from }) => from === undefined)) {
    expect(await loadCommand(entry)).toMatchObject({ summary: entry.summary });
  }
});

it("says what to install where the package of a command is missing", async () => {
  const loading = loadCommand({ name: "mock", summary: "", from: "@facsimile/absent" });
  await expect(loading).rejects.toThrow("npm install --save-dev @facsimile/absent");
});
