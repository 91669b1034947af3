import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { findUnwired, wiredProvider, wireTable, wireTasks } from "./provider/wiring.js";
import { listDocumented, listProviders, root } from "./repository.js";

const wired = listProviders().map((provider) => wiredProvider(root, provider));

it.each(listProviders())("%s has all that belongs to a provider", async (provider) => {
  expect(await findUnwired(root, provider)).toEqual([]);
});

it.each(listDocumented())("the texts of %s have been read by a person", (provider) => {
  expect(existsSync(path.join(root, "specs", provider, "texts.json"))).toBe(true);
});

it("turbo.json is as npm run add would write it, and names no provider that is gone", () => {
  const text = readFileSync(path.join(root, "turbo.json"), "utf8");
  // In its order too.
  expect(wireTasks(text, wired)).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  const [{ name } = { name: "" }, ...others] = wired;
  expect(wireTasks(wireTasks(text, others), wired)).toContain(`specs/${name}/openapi.yaml`);
  expect(wireTasks(text, others)).not.toContain(`@facsimile/${name}#contract`);
});

it("the contract of a provider depends on every file that its test reads, overlays too", () => {
  const home = mkdtempSync(path.join(tmpdir(), "facsimile-wired-"));
  const test = path.join(home, "packages", "tea", "test", "contract.test.ts");
  mkdirSync(path.dirname(test), { recursive: true });
  const urls = ["../../../specs/tea/openapi.yaml", "../../../specs/tea.overlay.yaml", ".."];
  writeFileSync(test, urls.map((url) => `new URL("${url}", import.meta.url)\n`).join(""));
  const tasks = wireTasks('{ "tasks": {} }', [wiredProvider(home, "tea")]);
  rmSync(home, { recursive: true });
  expect(JSON.parse(tasks).tasks["@facsimile/tea#contract"].inputs).toEqual([
    "$TURBO_DEFAULT$",
    "$TURBO_ROOT$/specs/tea/openapi.yaml",
    "$TURBO_ROOT$/specs/tea.overlay.yaml",
  ]);
  const known = tasks.replace("$TURBO_ROOT$/specs/tea.overlay.yaml", "mine");
  expect(wireTasks(known, [{ name: "tea", reads: ["specs/tea/openapi.yaml"] }])).toBe(known);
});

it("the table of README.md has a row of each provider, as people have written it, and nothing of a title but its text", () => {
  const text = (...rows: readonly string[]): string =>
    ["Before", "<!-- providers -->", "| package |", "|---|", ...rows, "<!-- end of providers -->", "After"].join("\n");
  const [tea, ours] = ["| [Tea](packages/tea) | Teas | 3 |", "| [ours](packages/cup) | Cups, and *saucers* | 2 |"];
  const pot = { provider: "pot", title: "Pots |\n<b>[x](y)", operations: 1 };
  const row = "| [`@facsimile/pot`](packages/pot) | Pots \\| \\<b>\\[x\\](y) | 1 |";
  expect(wireTable(text(tea, ours), [pot], ["cup", "pot"])).toBe(text(ours, row));
  expect(wireTable(text(ours, row), [{ provider: "cup", title: "Cups", operations: 5 }], ["cup", "pot"])).toBe(
    text(ours.replace("| 2 |", "| 5 |"), row),
  );
  expect(wireTable("No table", [pot], ["pot"])).toBe("No table");
});
