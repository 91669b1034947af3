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
    ["list[list[int]]", "array<array<integer>>"],
    ["dict(str, list[User])", "map<array<@User>>"],
    ["file", "binary"],
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
  "python-tags": [["User", "@User"]],
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
    ["*os.File**os.File**", "binary"],
    ["os.Fileos.File", "binary"],
    ["[]User", "array<@User>"],
    ["map[string]int32", "map<integer>"],
    ["map[string]interface{}", "object"],
    ["map[string]map[string]interface{}", "map<object>"],
    ["interface{}", "any"],
    ["NullableString", "text?"],
    ["NullableTime", "date-time?"],
    ["NullableUser", "@User?"],
    ["optional.String", "text"],
    ["optional.Int32", "integer"],
    ["optional.Time", "date-time"],
    ["optional.Interface of []string", "array<text>"],
    ["optional.Interface of User", "@User"],
    ["[[]OldUser](Old User.md)", "array<@OldUser>"],
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
  ruby: [
    ["String", "string"],
    ["Integer", "integer"],
    ["Float", "number"],
    ["Boolean", "boolean"],
    ["Date", "date"],
    ["Time", "date-time"],
    ["DateTime", "date-time"],
    ["File", "binary"],
    ["Object", "unknown"],
    ["Array<User>", "array<@User>"],
    ["Array<Array<Integer>>", "array<array<integer>>"],
    ["Hash<String, Array<User>>", "map<array<@User>>"],
  ],
  csharp: [
    ["string", "string"],
    ["int", "integer"],
    ["int?", "integer"],
    ["long?", "int64"],
    ["decimal", "number"],
    ["float", "float"],
    ["double?", "double"],
    ["bool?", "boolean"],
    ["DateTime", "moment"],
    ["DateTimeOffset", "date-time"],
    ["Guid", "uuid"],
    ["byte[]", "byte"],
    ["System.IO.Stream", "binary"],
    ["System.IO.Stream**System.IO.Stream**", "binary"],
    ["Object", "unknown"],
    ["List<User>", "array<@User>"],
    ["Dictionary<string, List<int>>", "map<array<integer>>"],
  ],
  rust: [
    ["String", "text"],
    ["i32", "integer"],
    ["i64", "int64"],
    ["f32", "float"],
    ["f64", "number"],
    ["bool", "boolean"],
    ["uuid::Uuid", "uuid"],
    ["std::path::PathBuf", "binary"],
    ["Vec<u8>", "byte"],
    ["serde_json::Value", "unknown"],
    ["Option<String>", "text"],
    ["models::User", "@User"],
    ["crate::models::User", "@User"],
    ["Option<[Vec<models::User>](User.md)>", "array<@User>"],
    ["std::collections::HashMap<String, Vec<models::User>>", "map<array<@User>>"],
    ["chrono::DateTime<chrono::FixedOffset>", "date-time"],
  ],
  kotlin: [
    ["kotlin.String", "string"],
    ["kotlin.Int", "integer"],
    ["kotlin.Long", "int64"],
    ["kotlin.Float", "float"],
    ["kotlin.Double", "double"],
    ["java.math.BigDecimal", "number"],
    ["kotlin.Boolean", "boolean"],
    ["java.time.LocalDate", "date"],
    ["java.time.OffsetDateTime", "date-time"],
    ["java.util.UUID", "uuid"],
    ["java.net.URI", "uri"],
    ["java.io.File", "binary"],
    ["kotlin.ByteArray", "byte"],
    ["kotlin.Any", "unknown"],
    ["kotlin.Array<kotlin.String>", "array<string>"],
    ["kotlin.collections.List<User>", "array<@User>"],
    ["kotlin.collections.Map<kotlin.String, kotlin.collections.Set<User>>", "map<array<@User>>"],
  ],
  swift: [
    ["String", "string"],
    ["Int", "integer"],
    ["Int64", "int64"],
    ["Double", "number"],
    ["Float", "float"],
    ["Bool", "boolean"],
    ["Date", "moment"],
    ["OpenAPIDateWithoutTime", "date"],
    ["UUID", "uuid"],
    ["URL", "binary"],
    ["Data", "text"],
    ["AnyCodable", "unknown"],
    ["[User]", "array<@User>"],
    ["Set<String>", "array<string>"],
    ["[String: [User]]", "map<array<@User>>"],
  ],
  dart: [
    ["String", "string"],
    ["int", "integer"],
    ["num", "number"],
    ["double", "number"],
    ["bool", "boolean"],
    ["Date", "date"],
    ["DateTime", "moment"],
    ["MultipartFile", "binary"],
    ["MultipartFile**MultipartFile", "binary"],
    ["JsonObject", "unknown"],
    ["List<User>", "array<@User>"],
    ["BuiltList<String>", "array<string>"],
    ["BuiltSet<String>", "array<string>"],
    ["BuiltMap<String, BuiltList<User>>", "map<array<@User>>"],
    ["Map<String, int>", "map<integer>"],
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

describe("a word of the language", () => {
  it("is the name of a model where a page has that name", () => {
    expect(printType(families.python.parseType("List[Any]"))).toBe("array<any>");
    expect(printType(families.python.parseType("List[Any]", new Set(["Any"])))).toBe("array<@Any>");
  });

  it.each(["UNKNOWN_BASE_TYPE", "OneOfstringnumber", "AnyOfUserGroup"])(
    "%s stands for a schema without a name",
    (word) => {
      const languages = Object.values(families).filter(({ name }) => name !== "wire");
      for (const family of languages) expect(printType(family.parseType(word))).toBe("unknown");
      expect(printType(families.ruby.parseType(word, new Set([word])))).toBe(`@${word}`);
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
