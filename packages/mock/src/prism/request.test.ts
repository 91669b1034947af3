import { expect, it } from "vitest";
import { toPrismRequest } from "./request.js";

it("headers whose names JavaScript has a meaning for are headers like any other", () => {
  const { headers = {} } = toPrismRequest({
    method: "GET",
    target: "/houses",
    headers: [
      ["constructor", "c"],
      ["__proto__", "d"],
      ["__proto__", "e"],
    ],
    body: Buffer.alloc(0),
  });
  expect(Object.entries(headers)).toEqual([
    ["constructor", "c"],
    ["__proto__", "d, e"],
  ]);
});
