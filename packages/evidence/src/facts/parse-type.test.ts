import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseType } from "./parse-type.js";
import { builtins, printType, type TypeExpression } from "./type-expression.js";

describe("the notation of types", () => {
  const { type } = fc.letrec<{ type: TypeExpression; plain: TypeExpression; union: TypeExpression }>((tie) => ({
    plain: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc
        .constantFrom(...builtins.filter((name) => name !== "null"))
        .map((name): TypeExpression => ({ kind: "builtin", name })),
      fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).map((name): TypeExpression => ({ kind: "model", name })),
      tie("type").map((items): TypeExpression => ({ kind: "array", items })),
      tie("type").map((values): TypeExpression => ({ kind: "map", values })),
    ),
    union: fc.oneof(
      fc
        .array(tie("plain"), { minLength: 2, maxLength: 3 })
        .map((members): TypeExpression => ({ kind: "union", members })),
      fc.array(fc.string(), { minLength: 2, maxLength: 3 }).map((values): TypeExpression => {
        return { kind: "union", members: values.map((value) => ({ kind: "literal", value })) };
      }),
    ),
    type: fc.oneof(
      tie("plain"),
      tie("union"),
      fc.oneof(tie("plain"), tie("union")).map((of): TypeExpression => ({ kind: "nullable", of })),
    ),
  }));

  it("is read as what was written", () => {
    fc.assert(
      fc.property(type, (expression) => {
        expect(parseType(printType(expression))).toEqual(expression);
      }),
    );
  });
});
