import { describe, expect, it } from "vitest";
import { parseWaivers } from "./waivers.js";

describe("a file of waivers", () => {
  it("is a list of facts with a reason each", () => {
    const text = "# why\n- fact: operation/get_group/returns\n  reason: >-\n    Two\n    lines.\n";
    expect(parseWaivers(text, "waivers.yaml")).toEqual([
      { fact: "operation/get_group/returns", reason: "Two lines.", line: 2, column: 3 },
    ]);
  });

  it("may be empty", () => {
    expect(parseWaivers("", "waivers.yaml")).toEqual([]);
  });

  it.each([
    ["- fact: a\n", 'waivers.yaml:1:3: This waiver has no "reason".'],
    ["- reason: because\n", 'waivers.yaml:1:3: This waiver has no "fact".'],
    ["- fact: a\n  reason: ''\n", 'waivers.yaml:1:3: This waiver has no "reason".'],
    ["- fact: a\n  reason: b\n  until: May\n", "waivers.yaml:1:3: This waiver has fields that are not known."],
    ["fact: a\n", "waivers.yaml:1:1: The waivers are no list."],
    ["- [\n", "waivers.yaml:2:1: "],
    ["- fact: a\n  reason: b\n- fact: a\n  reason: c\n", 'waivers.yaml:3:3: "a" is waived twice. Keep one of the two.'],
  ])("like %j is refused", (text, message) => {
    expect(() => parseWaivers(text, "waivers.yaml")).toThrow(message);
  });
});
