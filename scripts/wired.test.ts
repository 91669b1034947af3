import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { findUnwired, wireTasks } from "./provider/wiring.js";
import { listProviders, root } from "./repository.js";

it.each(listProviders())("%s has all that belongs to a provider", (provider) => {
  expect(findUnwired(root, provider)).toEqual([]);
  // Written once a person has read the texts.
  expect(existsSync(path.join(root, "specs", provider, "texts.json"))).toBe(true);
});

it("turbo.json is as npm run provider would write it, and names no provider that is gone", () => {
  const text = readFileSync(path.join(root, "turbo.json"), "utf8");
  // In its order too.
  expect(wireTasks(text, listProviders())).toBe(`${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
  const [first = "", ...others] = listProviders();
  expect(wireTasks(wireTasks(text, others), [first, ...others])).toContain(`specs/${first}/openapi.yaml`);
  expect(wireTasks(text, others)).not.toContain(`@facsimile/${first}#contract`);
});
