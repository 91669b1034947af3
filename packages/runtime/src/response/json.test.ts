import { describe, expect, it } from "vitest";
import { ResponseParseError } from "../errors/response-parse.js";
import { asJson, type Responses, read } from "../testing/answer.js";
import { contentOf, rejection } from "../testing/api.js";

const thing: Responses = { 200: { content: contentOf("application/json") } };

describe("JSON", () => {
  it("may begin with a byte order mark", async () => {
    expect(await read(thing, [200, asJson, "\ufeff[1]"])).toMatchObject({ data: [1] });
  });

  it.each(['{"a":{"__proto__":{"evil":1},"b":2}}', '{"a":{"\\u005f_proto__":{"evil":1},"b":2}}'])(
    "cannot change a prototype: %s",
    async (text) => {
      const { data } = (await read(thing, [200, asJson, text])) as { data: { a: object } };
      expect(Object.hasOwn(data.a, "__proto__")).toBe(false);
      expect(Object.assign({}, data.a)).toEqual({ b: 2 });
      expect(({} as Record<string, unknown>).evil).toBeUndefined();
    },
  );

  it.each(["[1,", ' {"a":1', '"a', "{'a':1}", "{}{}"])("of a success that has no end is an error: %s", async (body) => {
    for (const type of ["application/json", "application/octet-stream", ""]) {
      const error = await rejection(read(thing, [200, type ? { "content-type": type } : {}, body]));
      expect(error).toMatchObject({ name: "ResponseParseError", snippet: body, contentType: type });
    }
  });

  it.each([
    ["half of it", "[1,", "is not JSON"],
    ["nothing", "", "is empty"],
    ["blanks", "  ", "is not JSON"],
    ["HTML", "<html>", "is not JSON"],
  ])("of a strict success that is %s is an error with status, type and snippet", async (_, body, reason) => {
    const error = await rejection(read(thing, [200, { ...asJson, "x-request-id": "r" }, body], { strict: true }));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({
      statusCode: 200,
      contentType: "application/json",
      snippet: body,
      operation: "getThing",
    });
    expect(error.message).toBe(`getThing was answered with 200, but its body ${reason}`);
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it("of a failure that cannot be read leaves the status and the text", async () => {
    expect(await read({ 500: { content: contentOf("application/json") } }, [500, asJson, "<oops>"])).toMatchObject({
      ok: false,
      status: "undocumented",
      statusCode: 500,
      problem: { kind: "body", stated: ["application/json"], received: "is not JSON" },
      error: "<oops>",
      text: "<oops>",
    });
  });

  it("keeps 10,000 characters of text and 1,000 of a snippet", async () => {
    const long = "x".repeat(20_000);
    expect((await read({}, [500, asJson, long])) as { text: string }).toMatchObject({
      text: "x".repeat(10_000),
      error: "x".repeat(10_000),
    });
    expect(await read(thing, [200, asJson, long])).toMatchObject({
      ok: true,
      data: undefined,
      text: "x".repeat(10_000),
    });
    expect(await rejection(read(thing, [200, asJson, `[${long}`]))).toMatchObject({ snippet: `[${"x".repeat(999)}` });
  });
});
