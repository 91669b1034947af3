import { expect, test } from "vitest";
import { find, load } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";

test("a fault in a value that aliases repeat is reported once, where it is written, and mended everywhere", async () => {
  const text = `${head}paths: {}\ntags: [&users { description: Users }, *users, *users]`;
  expect(await find(text)).toEqual(["openapi.yaml:4:15 structure-member-missing /tags/0"]);
  expect((await read(text)).at("/tags")).toEqual([]);
});

test("what is mended stands where it is written", async () => {
  const text = `${head}paths:
  /a:
    GET:
      operationId: a
      parameters:
        name: q
        in: query
        schema: {}
      tags:
        -
        - b
      responses: { 200: {} }
`;
  const { document } = await load(text);
  expect(document?.json.paths).toMatchObject({ "/a": { get: { parameters: [{ name: "q" }], tags: ["b"] } } });
  const places = ["/parameters/0/name", "/parameters/0", "/tags/0"].map((pointer) =>
    document?.locate(`/paths/~1a/get${pointer}`),
  );
  expect(places).toMatchObject([
    { line: 8, pointer: "/paths/~1a/GET/parameters/name" },
    { line: 7, pointer: "/paths/~1a/GET/parameters" },
    { line: 13, pointer: "/paths/~1a/GET/tags/1" },
  ]);
});

test("all faults are reported, in the order of the text", async () => {
  const lines = ["tags: 1", "servers: 2", "paths: { /a: 3 }", "components: 4"];
  expect(await find(head + lines.join("\n"))).toEqual([
    "openapi.yaml:3:1 structure-invalid /tags",
    "openapi.yaml:4:1 structure-invalid /servers",
    "openapi.yaml:5:10 path-item-invalid /paths/~1a",
    "openapi.yaml:6:1 structure-invalid /components",
  ]);
});
