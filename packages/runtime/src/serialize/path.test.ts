import { describe, expect, it } from "vitest";
import { isInvalidRequestError } from "../errors/invalid-request.js";
import type { Parameter } from "../operation.js";
import { serializePath } from "../testing/serialize.js";

const id: Parameter = { name: "id", in: "path" };

function refusal(template: string, parameters: readonly Parameter[], values: Record<string, unknown>): string {
  try {
    return `sent: ${serializePath(template, parameters, values)}`;
  } catch (error) {
    return isInvalidRequestError(error) ? "refused" : `wrong error: ${error}`;
  }
}

describe("serializePath", () => {
  it("keeps a value inside its segment", () => {
    expect(serializePath("/users/{id}/x", [id], { id: "../a/b?c#d\\e" })).toBe("/users/..%2Fa%2Fb%3Fc%23d%5Ce/x");
    expect(serializePath("/users/{id}", [id], { id: "a.b..c..." })).toBe("/users/a.b..c...");
  });

  it("fills several parameters of one segment, and a name that is no identifier", () => {
    const parameters: Parameter[] = [
      { name: "file name", in: "path" },
      { name: "ext", in: "path" },
    ];
    expect(serializePath("/{file name}.{ext}", parameters, { "file name": "a", ext: "md" })).toBe("/a.md");
  });

  it("keeps the literal parts of the template as they are", () => {
    expect(serializePath("/users/$storage/{id}", [id], { id: "$1$&" })).toBe("/users/$storage/%241%24%26");
  });

  it.each([
    "",
    ".",
    "..",
    "%2e",
    "%2E",
    "%2e%2E",
    ".%2e",
    "%252e",
    "%25252e%2e",
    null,
    undefined,
    "\ud800",
    "\udc00a",
    Number.NaN,
  ])("refuses %j", (value) => {
    expect(refusal("/users/{id}", [id], { id: value })).toBe("refused");
  });

  it.each([{}, { a: 1 }, [], ["a"], new Map(), new Set(["a"])])(
    "refuses the structure %j where the document has none",
    (value) => {
      expect(refusal("/users/{id}", [id], { id: value })).toBe("refused");
      expect(refusal("/users/{id}", [{ ...id, style: "label" }], { id: value })).toBe("refused");
    },
  );

  it("refuses a value that is missing in a segment that holds more", () => {
    expect(refusal("/users/u-{id}", [id], {})).toBe("refused");
  });

  it.each(["simple", "label", "matrix"] as const)(
    "refuses what leaves a segment that an URL drops, in style %s",
    (style) => {
      const structured: Parameter = { ...id, style, structured: true };
      for (const value of ["", ".", "..", null, [], {}, [null]]) {
        expect(refusal("/users/{id}", [structured], { id: value })).toBe("refused");
      }
    },
  );

  it("refuses values that are harmless apart and climb together", () => {
    const label: Parameter = { name: "b", in: "path", style: "label", structured: true };
    expect(refusal("/{id}{b}", [id, label], { id: ".", b: "x" })).toBe("refused");
    expect(refusal("/users/{id}", [{ ...id, structured: true }], { id: [""] })).toBe("refused");
    expect(refusal("/users/{id}", [{ ...id, style: "label", structured: true }], { id: ["."] })).toBe("refused");
  });

  it.each<[string, Parameter, unknown]>([
    ["text", id, ""],
    ["text in a style", { ...id, style: "label" }, ""],
    ["list", { ...id, structured: true }, []],
    ["object", { ...id, style: "matrix", structured: true }, {}],
  ])("says of a %s that is empty that it is, and which", (_, parameter, value) => {
    expect(() => serializePath("/users/{id}", [parameter], { id: value })).toThrow('"id" in the path is empty');
  });

  it("refuses a template whose parameter is not described", () => {
    expect(refusal("/users/{other}", [], {})).toBe("refused");
  });
});
