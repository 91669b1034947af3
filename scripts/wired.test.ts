import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { findUnwired, wireTable, wireTasks } from "./provider/wiring.js";
import { listDocumented, listProviders, root } from "./repository.js";

it.each(listProviders())("%s has all that belongs to a provider", (provider) => {
  expect(findUnwired(root, provider)).toEqual([]);
});

it.each(listDocumented())("the texts of %s have been read by a person", (provider) => {
  expect(existsSync(path.join(root, "specs", provider, "texts.json"))).toBe(true);
});

it("turbo.json is as npm run add would write it, and names no provider that is gone", () => {
  const text = readFileSync(path.join(root, "turbo.json"), "utf8");
  // In its order too.
  expect(wireTasks(text, listProviders())).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  const [first = "", ...others] = listProviders();
  expect(wireTasks(wireTasks(text, others), [first, ...others])).toContain(`specs/${first}/openapi.yaml`);
  expect(wireTasks(text, others)).not.toContain(`@facsimile/${first}#contract`);
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
