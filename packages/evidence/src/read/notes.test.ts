import { describe, expect, it } from "vitest";
import { readNotes } from "./notes.js";

const none = { optional: false, readOnly: false, default: undefined, enum: undefined, rest: "" };

describe("the notes of a row", () => {
  it.each([
    ["", none],
    ["[optional]", { ...none, optional: true }],
    ["[optional] [readonly]", { ...none, optional: true, readOnly: true }],
    ["[optional] [default to 20]", { ...none, optional: true, default: 20 }],
    ["[optional] [default to 'updated_at']", { ...none, optional: true, default: "updated_at" }],
    ["[optional] [default to []]", { ...none, optional: true, default: [] }],
    [
      '[optional] if omitted the server will use the default value of "a b"',
      { ...none, optional: true, default: "a b" },
    ],
    [
      "[optional]  if omitted the server will use the default value of True",
      { ...none, optional: true, default: true },
    ],
    [
      'defaults to "placed",  must be one of ["placed", "approved", ]',
      { ...none, default: "placed", enum: ["placed", "approved"] },
    ],
    ["must be one of [1, 2]", { ...none, enum: [1, 2] }],
    ["[enum: available, sold]", { ...none, enum: ["available", "sold"] }],
    ["(optional) defaults to undefined", { ...none, optional: true }],
    ["[Optional] [Defaults to `undefined`] [Enum: a, b]", { ...none, optional: true, enum: ["a", "b"] }],
    ["[default to undefined]", none],
  ])("%j", (text, notes) => {
    expect(readNotes(text)).toEqual(notes);
  });

  it("keeps what it does not understand", () => {
    expect(readNotes("[optional] only on Sundays")).toEqual({ ...none, optional: true, rest: "only on Sundays" });
  });
});
