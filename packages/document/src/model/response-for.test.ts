import { expect, test } from "vitest";
import { responseFor } from "./response-for.js";

const keys = (...statuses: readonly string[]): readonly { status: string }[] => statuses.map((status) => ({ status }));

test.each([
  [404, "404", ["default", "4XX", "404"]],
  [404, "4XX", ["default", "5XX", "4XX", "400"]],
  [404, "4xx", ["4xx", "404x"]],
  [404, "default", ["200", "5XX", "default"]],
  [404, "Default", ["200", "Default"]],
  [404, undefined, ["200", "40", "5XX"]],
  [99, "default", ["9XX", "default"]],
])("%i is described by %s of %j", (status, expected, statuses) => {
  expect(responseFor(keys(...statuses), status)?.status).toBe(expected);
});
