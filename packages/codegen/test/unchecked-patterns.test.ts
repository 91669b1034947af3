import { describe, expect, it } from "vitest";
import { giveFolders, run, spec, write } from "./generate-folder.js";

giveFolders();

/** A document with a pattern in a parameter of two operations, in a body, and in a component, which the body refers to. */
function documentWith(pattern: string): void {
  const text = { type: "string", pattern };
  const content = { "application/json": { schema: { type: "object", properties: { code: text } } } };
  const parameters = [{ name: "q", in: "query", schema: text }];
  const get = { operationId: "getTea", responses: { 200: { description: "", content } } };
  const put = { operationId: "putTea", responses: { 204: { description: "" } } };
  const components = { schemas: { Named: { type: "object", patternProperties: { [pattern]: true } } } };
  const info = { title: "Tea House", version: "1" };
  write(spec, JSON.stringify({ openapi: "3.1.0", info, paths: { "/tea": { parameters, get, put } }, components }));
}

async function foundIn(pattern: string) {
  documentWith(pattern);
  const { diagnostics } = await run({ schemas: true });
  return diagnostics.filter(({ code }) => code === "pattern-unchecked");
}

describe("a pattern that is not checked at run time", () => {
  it("is told of wherever it stands, each once", async () => {
    const found = await foundIn("^(?=a)");
    expect(found.map(({ pointer }) => pointer)).toEqual([
      "/components/schemas/Named/patternProperties/^(?=a)",
      "/paths/~1tea/parameters/0/schema/pattern",
      "/paths/~1tea/get/responses/200/content/application~1json/schema/properties/code/pattern",
    ]);
    expect(found[0]?.message).toBe(
      'The pattern "^(?=a)" looks ahead, behind or back, or is too long: values are not held against it at run time.',
    );
  });

  it.each(["\\Z", "(?x)a", "a{,3}", "[[:alpha:]]", "a++", "("])(
    "may be one of another language: %s",
    async (pattern) => {
      const [first] = await foundIn(pattern);
      expect(first?.message).toContain(`"${pattern}" is no regular expression of ECMAScript`);
    },
  );

  it("is none that other engines write with more backslashes", async () => {
    expect(await foundIn("^\\_[\\w-.]\\:{2}$")).toEqual([]);
  });
});
