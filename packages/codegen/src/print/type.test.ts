import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { assignedType, code, identifier, keyword, named, printFragment, type Type, union } from "./index.js";

const leaf: fc.Arbitrary<Type> = fc.oneof(
  fc.constantFrom("string", "number", "boolean", "unknown").map((name) => keyword(name as "string")),
  fc.constantFrom("A", "LongNameOfAType").map((name) => named(identifier(name))),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null)).map((value): Type => ({ kind: "literal", value })),
);

const { type: anyType } = fc.letrec<{ type: Type }>((tie) => {
  const types = fc.array(tie("type"), { minLength: 2, maxLength: 4 });
  const property = fc.record({
    name: fc.string(),
    type: tie("type"),
    optional: fc.boolean(),
    readonly: fc.boolean(),
    comment: fc.constant(undefined),
  });
  return {
    type: fc.oneof(
      { maxDepth: 4 },
      leaf,
      types.map((members): Type => ({ kind: "union", types: members })),
      types.map((members): Type => ({ kind: "intersection", types: members })),
      fc
        .tuple(fc.array(tie("type"), { maxLength: 3 }), fc.nat(3), fc.option(tie("type"), { nil: undefined }))
        .map(([items, minimum, rest]): Type => ({ kind: "tuple", items, minimum, rest })),
      fc.record({ kind: fc.constant("element" as const), list: tie("type") }),
      fc.record({ kind: fc.constant("array" as const), items: tie("type"), readonly: fc.boolean() }),
      fc.record({ kind: fc.constant("member" as const), object: tie("type"), key: fc.string() }),
      types.map((args) => named(identifier("Generic"), ...args)),
      fc
        .uniqueArray(property, { maxLength: 3, selector: ({ name }) => name })
        .map((properties): Type => ({ kind: "object", properties, index: undefined })),
    ),
  };
});

/** The structure of a type as the compiler reads it, without parentheses. */
function shape(node: ts.Node): unknown {
  if (ts.isParenthesizedTypeNode(node)) return shape(node.type);
  if (ts.isStringLiteral(node) || ts.isIdentifier(node)) return node.text;
  const children: unknown[] = [];
  ts.forEachChild(node, (child) => {
    children.push(shape(child));
  });
  return [ts.isNumericLiteral(node) ? "NumericLiteral" : ts.SyntaxKind[node.kind], ...children];
}

/** The same structure, from the type itself. */
function expected(type: Type): unknown {
  switch (type.kind) {
    case "keyword":
      return [`${type.name.charAt(0).toUpperCase()}${type.name.slice(1)}Keyword`];
    case "literal":
      return ["LiteralType", literalShape(type.value)];
    case "named":
      return ["TypeReference", printFragment(type.name), ...type.arguments.map(expected)];
    case "array": {
      const array = ["ArrayType", expected(type.items)];
      return type.readonly ? ["TypeOperator", array] : array;
    }
    case "tuple":
      return [
        "TupleType",
        ...type.items.map((item, index) => (index < type.minimum ? expected(item) : ["OptionalType", expected(item)])),
        ...(type.rest === undefined ? [] : [["RestType", ["ArrayType", expected(type.rest)]]]),
      ];
    case "union":
    case "intersection":
      return [type.kind === "union" ? "UnionType" : "IntersectionType", ...type.types.map(expected)];
    case "member":
      return ["IndexedAccessType", expected(type.object), ["LiteralType", String(type.key)]];
    case "element":
      return ["IndexedAccessType", expected(type.list), ["NumberKeyword"]];
    case "present":
      return ["TypeReference", "NonNullable", ["UnknownKeyword"]];
    case "module":
      return ["ImportType", ["LiteralType", type.specifier]];
    case "object":
      return ["TypeLiteral", ...type.properties.map((property) => propertyShape(property))];
  }
}

function literalShape(value: unknown): unknown {
  if (value === null) return ["NullKeyword"];
  if (typeof value === "string") return value;
  return Number(value) < 0 || Object.is(value, -0) ? ["PrefixUnaryExpression", ["NumericLiteral"]] : ["NumericLiteral"];
}

function propertyShape({
  name,
  optional,
  readonly,
  type,
}: Extract<Type, { kind: "object" }>["properties"][number]): unknown {
  const key = /^(?:0|[1-9]\d{0,14})$/.test(name) ? ["NumericLiteral"] : name;
  return [
    "PropertySignature",
    ...(readonly ? [["ReadonlyKeyword"]] : []),
    key,
    ...(optional ? [["QuestionToken"]] : []),
    expected(type),
  ];
}

describe("a type", () => {
  it("means to the compiler what it is", () => {
    fc.assert(
      fc.property(anyType, (type) => {
        const source = printFragment(code`type T =${assignedType(type)};`);
        const [statement, ...others] = ts.createSourceFile("a.ts", source, ts.ScriptTarget.ESNext, true).statements;
        expect(others).toEqual([]);
        expect(statement && ts.isTypeAliasDeclaration(statement) && shape(statement.type)).toEqual(expected(type));
      }),
      { numRuns: 1000 },
    );
  });

  it("is on one line where that fits, and a long union on lines of its own", () => {
    const short = union([keyword("string"), keyword("number")]);
    expect(printFragment(code`type T =${assignedType(short)};`)).toBe("type T = string | number;");
    const names = [
      "FirstOfSeveralLongNames",
      "SecondOfSeveralLongNames",
      "ThirdOfSeveralLongNames",
      "FourthOfSeveralLongNames",
    ];
    const long = union(names.map((name) => named(identifier(name))));
    expect(printFragment(code`type T =${assignedType(long)};`).split("\n")).toEqual([
      "type T =",
      ...names.map((name, index) => `  | ${name}${index === 3 ? ";" : ""}`),
    ]);
  });
});
