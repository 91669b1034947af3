import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../operation.js";
import { serializeCookies, serializeHeaders, serializePath, serializeQuery } from "../testing/serialize.js";

const string = "blue";
const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

type Style = NonNullable<Parameter["style"]>;

// OpenAPI 3.1.1 and 3.0.4, "Style Examples". `undefined` is what the table's column of that name shows for null.
const paths: readonly [Style, boolean, string, string, string][] = [
  ["matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
  ["matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
  ["label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
];

describe("the style table of OpenAPI, in a path", () => {
  it.each(paths)("%s, explode %s", (style, explode, ...expected) => {
    const parameter: Parameter = { name: "color", in: "path", style, explode, structured: true };
    const written = [string, array, object].map((color) => serializePath("/{color}/x", [parameter], { color }));
    expect(written).toEqual(expected.map((text) => `/${text}/x`));
  });

  it("is simple, not exploded, where nothing is said", () => {
    expect(serializePath("/{color}", [{ name: "color", in: "path", structured: true }], { color: object })).toBe(
      "/R,100,G,200,B,150",
    );
  });
});

const queries: readonly [Style, boolean, unknown, string][] = [
  ["form", false, null, "color="],
  ["form", false, string, "color=blue"],
  ["form", false, array, "color=blue,black,brown"],
  ["form", false, object, "color=R,100,G,200,B,150"],
  ["form", true, null, "color="],
  ["form", true, string, "color=blue"],
  ["form", true, array, "color=blue&color=black&color=brown"],
  ["form", true, object, "R=100&G=200&B=150"],
  ["spaceDelimited", false, array, "color=blue%20black%20brown"],
  ["spaceDelimited", false, object, "color=R%20100%20G%20200%20B%20150"],
  ["pipeDelimited", false, array, "color=blue%7Cblack%7Cbrown"],
  ["pipeDelimited", false, object, "color=R%7C100%7CG%7C200%7CB%7C150"],
  ["deepObject", true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
];

describe("the style table of OpenAPI, in a query", () => {
  it.each(queries)("%s, explode %s, %j", (style, explode, color, expected) => {
    expect(serializeQuery([{ name: "color", in: "query", style, explode }], { color })).toBe(expected);
  });

  it("is form, exploded, where nothing is said; other styles are not exploded", () => {
    expect(serializeQuery([{ name: "color", in: "query" }], { color: array })).toBe(
      "color=blue&color=black&color=brown",
    );
    expect(serializeQuery([{ name: "color", in: "query", style: "pipeDelimited" }], { color: array })).toBe(
      "color=blue%7Cblack%7Cbrown",
    );
  });
});

describe("the style table of OpenAPI, in a header and a cookie", () => {
  it.each([
    [false, ["blue", "blue,black,brown", "R,100,G,200,B,150"]],
    [true, ["blue", "blue,black,brown", "R=100,G=200,B=150"]],
  ])("header, explode %s", (explode, expected) => {
    const parameter: Parameter = { name: "X-Color", in: "header", explode };
    const written = [string, array, object].map((color) => serializeHeaders([parameter], { "X-Color": color }));
    expect(written).toEqual(expected.map((text) => [["x-color", text]]));
  });

  it("separates cookies by a semicolon, also the items of one parameter", () => {
    const parameters: Parameter[] = [
      { name: "color", in: "cookie" },
      { name: "size", in: "cookie", explode: false },
    ];
    expect(serializeCookies(parameters, { color: array, size: object })).toBe(
      "color=blue; color=black; color=brown; size=R,100,G,200,B,150",
    );
    expect(serializeCookies(parameters, {})).toBeUndefined();
  });
});

it("leaves what a cookie may hold as it is where allowReserved says so, and lets nothing begin another cookie", () => {
  const parameter: Parameter = { name: "k", in: "cookie", allowReserved: true };
  expect(serializeCookies([parameter], { k: 'a%20b{}|&=:/; x=1, "é"' })).toBe(
    "k=a%20b{}|&=:/%3B%20x=1%2C%20%22%C3%A9%22",
  );
});

describe("values", () => {
  const query = (value: unknown, more: Partial<Parameter> = {}): string =>
    serializeQuery([{ name: "v", in: "query", ...more }], { v: value });

  it("writes each kind of primitive", () => {
    expect([true, 0, -0, 1.5, 1e21, 9007199254740993n, "", new Date(0)].map((value) => query(value))).toEqual([
      "v=true",
      "v=0",
      "v=0",
      "v=1.5",
      "v=1e%2B21",
      "v=9007199254740993",
      "v=",
      "v=1970-01-01T00%3A00%3A00.000Z",
    ]);
  });

  it("encodes everything but RFC 3986's unreserved characters, in names too", () => {
    expect(query("aZ09-._~ !*'();:@&=+$,/?#[]%é")).toBe(
      "v=aZ09-._~%20%21%2A%27%28%29%3B%3A%40%26%3D%2B%24%2C%2F%3F%23%5B%5D%25%C3%A9",
    );
    expect(serializeQuery([{ name: "filter[a&b]", in: "query" }], { "filter[a&b]": "x" })).toBe("filter%5Ba%26b%5D=x");
    expect(serializeQuery([{ name: "❤️", in: "query" }], { "❤️": "love!" })).toBe("%E2%9D%A4%EF%B8%8F=love%21");
    expect(query({ "a=b": 1 })).toBe("a%3Db=1");
  });

  it("lets reserved characters and triples pass where the document allows it, but nothing that would cut the query", () => {
    expect(query(":/?@!$'()*,;=%41%zz", { allowReserved: true })).toBe("v=:/?@!$'()*,;=%41%25zz");
    expect(query("#[]&+ ^", { allowReserved: true })).toBe("v=%23%5B%5D%26%2B%20%5E");
    expect(query(["a,b", "c"], { allowReserved: true, explode: false })).toBe("v=a%2Cb,c");
  });

  it("leaves out undefined, empty lists, and members that are null", () => {
    expect([undefined, [], {}, [null], { a: null }].map((value) => query(value))).toEqual(["", "", "", "", ""]);
    expect(query(["a", null, "b"])).toBe("v=a&v=b");
  });

  it("writes a parameter with content as that media type", () => {
    expect(query({ a: [1, null], b: 2n }, { content: "application/json" })).toBe(
      "v=%7B%22a%22%3A%5B1%2Cnull%5D%2C%22b%22%3A2%7D",
    );
    expect(query("a b", { content: "text/plain" })).toBe("v=a%20b");
    const parameter: Parameter = { name: "v", in: "path", content: "application/json" };
    expect(serializePath("/{v}", [parameter], { v: { a: [1] } })).toBe("/%7B%22a%22%3A%5B1%5D%7D");
  });

  it("takes an object of another realm for one", () => {
    expect(query(runInNewContext("({ a: 1 })"))).toBe("a=1");
    expect(query(Object.assign(Object.create(null), { a: 1 }))).toBe("a=1");
  });

  it.each<[what: string, value: unknown, expected: string]>([
    ["objects in it", { a: { b: 1, c: null } }, "v[a][b]=1"],
    ["lists of texts, whose names repeat", { a: ["x", null, 2] }, "v[a]=x&v[a]=2"],
    [
      "lists of objects and of lists, which are numbered",
      { a: [{ b: 1, c: 2 }, ["x", "y"]] },
      "v[a][0][b]=1&v[a][0][c]=2&v[a][1]=x&v[a][1]=y",
    ],
    ["a list in place of the object", ["x", "y"], "v=x&v=y"],
    ["a text in place of the object", "x", "v=x"],
    ["a date", { since: new Date(0) }, "v[since]=1970-01-01T00%3A00%3A00.000Z"],
    ["nothing", { a: [], b: {} }, ""],
  ])("writes deepObject with %s", (_, value, expected) => {
    const written = query(value, { style: "deepObject", explode: true });
    expect(written.replace(/%5B/g, "[").replace(/%5D/g, "]")).toBe(expected);
  });

  it("refuses a bracket in a name below deepObject, which would tell another way", () => {
    expect(() => query({ "a]": 1 }, { style: "deepObject", explode: true })).toThrow('"v" in the query has a bracket');
  });

  it.each([
    ["NaN", Number.NaN],
    ["an infinite number", Number.POSITIVE_INFINITY],
    ["an invalid date", new Date(Number.NaN)],
    ["a function", () => 1],
    ["a symbol", Symbol("x")],
    ["a Map", new Map([["a", 1]])],
    ["a list in a list", [[1]]],
    ["an object in a list", [{ a: 1 }]],
    ["an object in an object", { a: { b: 1 } }],
    ["half a surrogate pair", "\ud800"],
  ])("refuses %s", (_, value) => {
    expect(() => query(value)).toThrowError(expect.objectContaining({ name: "InvalidRequestError" }));
  });

  it("refuses an item that holds the delimiter of its style", () => {
    expect(() => query(["a b"], { style: "spaceDelimited" })).toThrow("delimiter");
    expect(() => query(["a|b"], { style: "pipeDelimited" })).toThrow("delimiter");
    expect(query(["a,b"], { explode: false })).toBe("v=a%2Cb");
  });

  it("refuses a name that the operation does not have, and a required one without a value", () => {
    expect(() => serializeQuery([{ name: "limit", in: "query" }], { limt: 3 })).toThrow(
      '"limt" in the query is unknown; known: limit',
    );
    expect(() => serializeQuery([{ name: "limit", in: "query", required: true }], {})).toThrow("is required");
    expect(serializeQuery([{ name: "limit", in: "query" }], { limt: undefined })).toBe("");
    expect(serializeQuery([{ name: "constructor", in: "query" }], {})).toBe("");
  });
});

describe("headers", () => {
  const header = (value: unknown): unknown =>
    serializeHeaders([{ name: "X-V", in: "header" }], { "X-V": value })[0]?.[1];

  it("are not percent-encoded", () => {
    expect(header("{id,name{first}} 100% é")).toBe("{id,name{first}} 100% é");
  });

  it.each(["a\r\nX-Evil: 1", "a\nb", "a\0b", "€"])("refuse %j without showing it", (value) => {
    expect(() => header(value)).toThrow(/^"X-V" in the header holds a character that no header may hold$/);
  });

  it("refuse a comma inside an item, which would make it two", () => {
    expect(() => header(["a,b"])).toThrow("comma");
  });
});
