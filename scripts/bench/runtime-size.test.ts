import { expect, it } from "vitest";
import { measureSize } from "./runtime-bundle.js";
import { ours } from "./runtime-contenders.js";
import { limit } from "./runtime-size.js";

it("costs a page few bytes to call one operation", async () => {
  const size = await measureSize(ours.source);
  expect(size).toBeGreaterThan(limit / 2);
  expect(size).toBeLessThan(limit);
});
