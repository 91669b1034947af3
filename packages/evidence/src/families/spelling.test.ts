import { describe, expect, it } from "vitest";
import { families } from "./families.js";

describe("the spelling of names", () => {
  it.each([
    ["userUUID", "user_uuid"],
    ["X-Fields", "x_fields"],
    ["perPage", "per_page"],
    ["permission_Name", "permission_name"],
    ["fullName", "full_name"],
    ["orgID", "org_id"],
    ["userID", "user_id"],
    ["sortDir", "sort_dir"],
    ["HTTPServer", "http_server"],
  ])("spells %s as %s in Python", (wire, documented) => {
    expect(families.python.spell.parameter(wire)).toBe(documented);
  });

  it("spells X-Trace-Id in every language", () => {
    const spelled = Object.values(families).map(({ name, spell }) => [name, spell.parameter("X-Trace-Id")]);
    expect(Object.fromEntries(spelled)).toEqual({
      python: "x_trace_id",
      typescript: "xTraceId",
      go: "xTraceId",
      java: "xTraceId",
      php: "x_trace_id",
      wire: "X-Trace-Id",
      ruby: "x_trace_id",
      csharp: "xTraceId",
      rust: "x_trace_id",
      kotlin: "xTraceId",
      swift: "xTraceId",
      dart: "xTraceId",
      "python-tags": "X-Trace-Id",
    });
  });
});
