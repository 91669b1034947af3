import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FamilyName } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import { builtins, printType, type TypeExpression } from "../facts/type-expression.js";
import { families } from "./families.js";

const written: Readonly<Record<FamilyName, readonly (readonly [text: string, type: string])[]>> = {
  python: [
    ["str", "string"],
    ["int", "integer"],
    ["float", "number"],
    ["bool", "boolean"],
    ["date", "date"],
    ["datetime", "date-time"],
    ["file_type", "binary"],
    ["bytearray", "binary"],
    ["object", "unknown"],
    ["dict", "object"],
    ["[str]", "array<string>"],
    ["[[User]]", "array<array<@User>>"],
    ["List[User]", "array<@User>"],
    ["str, none_type", "string?"],
    ["[User], none_type", "array<@User>?"],
    ["Optional[int]", "integer?"],
    ["{str: (str,)}", "map<string>"],
    ["{str: ({str: (int,)},)}", "map<map<integer>>"],
    ["{str: (bool, date, datetime, dict, float, int, list, str, none_type)}", "map<any>"],
    ["Dict[str, List[User]]", "map<array<@User>>"],
    ["bool, date, datetime, dict, float, int, list, str, none_type", "any"],
    ["str, int", "string | integer"],
  ],
  typescript: [
    ["string", "text"],
    ["number", "numeric"],
    ["boolean", "boolean"],
    ["Date", "moment"],
    ["File", "binary"],
    ["any", "any"],
    ["[string]", "text"],
    ["Array<User>", "array<@User>"],
    ["User[]", "array<@User>"],
    ["Set<string>", "array<text>"],
    ["Array<object | null>", "array<object?>"],
    ["Record<string, number>", "map<numeric>"],
    ["{ [key: string]: number; }", "map<numeric>"],
    ["'novel' | 'poems'", '"novel" | "poems"'],
    ["User | null", "@User?"],
  ],
  go: [
    ["string", "text"],
    ["Pointer to **int32**".replaceAll("*", ""), "integer"],
    ["int64", "int64"],
    ["float32", "number"],
    ["float64", "double"],
    ["Pointer to [time.Time", "date-time"],
    ["*os.File", "binary"],
    ["[]User", "array<@User>"],
    ["map[string]int32", "map<integer>"],
    ["map[string]interface{}", "object"],
    ["map[string]map[string]interface{}", "map<object>"],
    ["interface{}", "any"],
    ["NullableString", "text?"],
    ["NullableTime", "date-time?"],
    ["NullableUser", "@User?"],
  ],
  java: [
    ["String", "string"],
    ["Integer", "integer"],
    ["Long", "int64"],
    ["BigDecimal", "number"],
    ["Double", "double"],
    ["LocalDate", "date"],
    ["OffsetDateTime", "date-time"],
    ["UUID", "uuid"],
    ["URI", "uri"],
    ["byte[]", "byte"],
    ["File", "binary"],
    ["List<User>", "array<@User>"],
    ["Map<String, List<Integer>>", "map<array<integer>>"],
    ["JsonNullable<String>", "string?"],
    ["Object", "unknown"],
  ],
  wire: [
    ["string", "string"],
    ["array<@User>", "array<@User>"],
    ["date-time?", "date-time?"],
  ],
  php: [
    ["string", "string"],
    ["int", "integer"],
    ["float", "number"],
    ["bool", "boolean"],
    ["\\DateTime", "moment"],
    ["\\SplFileObject", "binary"],
    ["\\SplFileObject**\\SplFileObject**", "binary"],
    ["\\Shelf\\Client\\Model\\Book", "@Book"],
    ["\\Shelf\\Client\\Model\\Book[]", "array<@Book>"],
    ["array<string,string>", "map<string>"],
    ["array<string,\\Shelf\\Model\\Book[]>", "map<array<@Book>>"],
    ["map[string,int]", "map<integer>"],
    ["?string", "string?"],
    ["string|null", "string?"],
    ["mixed", "any"],
  ],
};

describe.each(Object.entries(written))("the types of %s", (name, types) => {
  const family = families[name as FamilyName]; // the keys are the names of the families
  it.each(types)("reads %s as %s", (text, type) => {
    expect(printType(family.parseType(text))).toBe(type);
  });

  it.each(["", "[", "List[", "Array<", "map[string]", "a b", "Dict[int, str]", "Optional[str]]", "<>", "List<"])(
    "refuses %j",
    (text) => {
      expect(() => family.parseType(text)).toThrow(/is not a type|neither a known type|is no type in the notation/);
    },
  );
});

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
    });
  });
});
