import { expect, it } from "vitest";
import { measureSize } from "./runtime-bundle.js";
import { ours } from "./runtime-contenders.js";
import { limit } from "./runtime-size.js";

it("costs a page few bytes to call one operation", async () => {
  const size = await measureSize(ours.source);
  expect(size).toBeGreaterThan(limit / 2);
  expect(size).toBeLessThan(limit);
});

it("costs a page no schema that it does not name", async () => {
  const [validator, one, all] = await Promise.all([
    measureSize('export { standard } from "@facsimile/runtime/schemas";'),
    measureSize('export { UserSchema } from "@facsimile/sendauth/schemas";'),
    measureSize('export * from "@facsimile/sendauth/schemas";'),
  ]);
  expect(one - validator).toBeLessThan(400);
  expect(all - one).toBeGreaterThan(1_500);
});
