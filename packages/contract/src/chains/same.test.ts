import { expect, it } from "vitest";
import { differences } from "./same.js";

it.each([
  [{ name: "Ann" }, { name: "ann " }],
  [{ at: "2030-01-01T10:00:00Z" }, { at: "2030-01-01T11:00:00.000+01:00" }],
  [{ price: 12.5 }, { price: "12.50" }],
  [{ tags: ["b", "a"] }, { tags: ["A", "b", "new"] }],
  [
    { secret: "x", a: { b: 1 } },
    { a: { b: 1, c: 2 }, id: 7 },
  ],
  [{ a: 1 }, undefined],
  [{ a: 1 }, "made"],
])("takes %j and %j for the same", (sent, got) => {
  expect(differences(sent, got)).toEqual([]);
});

it.each([
  [{ name: "Ann" }, { name: "Bob" }, ["/name"]],
  [{ a: { b: 1 } }, { a: { b: 2 } }, ["/a/b"]],
  [{ a: { b: 1 } }, { a: null }, ["/a"]],
  [{ tags: ["a"] }, { tags: [] }, ["/tags"]],
  [{ on: true }, { on: false }, ["/on"]],
  [{ at: "2030-01-01" }, { at: "2030-01-02" }, ["/at"]],
  [{ text: "" }, { text: "0" }, ["/text"]],
])("tells %j from %j", (sent, got, places) => {
  expect(differences(sent, got)).toEqual(places);
});
