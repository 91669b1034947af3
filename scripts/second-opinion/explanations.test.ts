import { describe, expect, it } from "vitest";
import type { Disagreement } from "./compare.js";
import { explanationOf, explanations } from "./explanations.js";

function disagreement(name: string, prism: string, steady: string, more: Partial<Disagreement> = {}): Disagreement {
  return { provider: "tea", name: `op: ${name}`, method: "GET", valid: false, about: "status", prism, steady, ...more };
}

const explained: [Disagreement, string][] = [
  [disagreement("not acceptable", "406", "200"), "Ours"],
  [disagreement("unwanted body", "415", "200"), "Ours"],
  [disagreement("unwanted body", "400", "204", { method: "DELETE" }), "Ours"],
  [disagreement("unwanted body", "415", "201", { method: "POST" }), "Steady's"],
  [disagreement("query page breaks type, raw", "422", "400 E3003"), "Prism's"],
  [disagreement("without body, server", "422", "400 E3005", { method: "POST" }), "Prism's"],
  [disagreement("wrong content type", "422", "400 E3006", { method: "POST" }), "Prism's"],
  [disagreement("wrong content type", "415", "400 E3006", { method: "POST" }), "Steady's"],
  [disagreement("body application/json breaks a type, raw", "422", "400 E3008 E3016", { method: "PUT" }), "Steady's"],
  [disagreement("without any credential, server", "401", "200"), "Steady's"],
  [disagreement("200 with QueryAPIKey", "200", "200 E3015", { valid: true, about: "notes" }), "Steady's"],
  [disagreement("query page breaks minimum", "422", "200 E4004"), "Steady's"],
  [disagreement("204", "text/plain", "none", { valid: true, about: "media type" }), "Prism's"],
];

describe("an explanation", () => {
  it.each(explained)("says whose fault %o is", (one, fault) => {
    expect(explanationOf(one)?.fault).toBe(fault);
    expect(explanations.filter(({ explains }) => explains(one))).toHaveLength(1);
  });

  it("is there for nothing else", () => {
    expect(new Set(explained.map(([one]) => explanationOf(one)))).toEqual(new Set(explanations));
  });

  it.each<Disagreement>([
    disagreement("200", "200", "400 E3008", { valid: true }),
    disagreement("200", "422", "200", { valid: true }),
    disagreement("200", "200", "500", { valid: true }),
    disagreement("200", "200", "200 E3015", { valid: true, about: "notes" }),
    disagreement("200", "a body", "another", { valid: true, about: "body" }),
    disagreement("200", "text/plain", "application/json", { valid: true, about: "media type" }),
    disagreement("without any credential, server", "200", "401"),
    disagreement("without any credential, server", "401", "500"),
    disagreement("not acceptable", "200", "406"),
    disagreement("body application/json breaks type, raw", "200", "400 E3008"),
    disagreement("body application/json breaks type, raw", "422", "200"),
    disagreement("query page breaks minimum", "422", "200"),
    disagreement("query page breaks type, raw", "422", "404 E2001"),
    disagreement("wrong method", "405", "404 E2001"),
  ])("is missing for %o, which a person has to look at", (one) => {
    expect(explanationOf(one)).toBeUndefined();
  });
});
