import { describe, expect, test } from "vitest";
import { build, buildOperation } from "../../test/documents.js";

const head = "openapi: 3.1.0\ninfo: { title: Users, version: 1.0.0 }\n";
const answers = 'responses: { "200": { description: Done. } }';

/** The one operation of a document with one path. */
function operationAt(path: string, more = ""): ReturnType<typeof buildOperation> {
  return buildOperation(`${head}paths:\n  ${JSON.stringify(path)}: { get: { operationId: a, ${more}${answers} } }`);
}

describe("a path", () => {
  test.each([
    ["/files/{id}#copy", { path: "/files/{id}", query: undefined }],
    ["files", { path: "/files", query: undefined }],
    ["/files?kind=all&sort=a%20b", { path: "/files", query: "kind=all&sort=a%20b" }],
    ["/files?kind=a b", { path: "/files", query: "kind=a%20b" }],
    ["/?action=list#x?y", { path: "/", query: "action=list" }],
  ])("%s is sent as it can be, and its key is kept", async (key, sent) => {
    expect(await operationAt(key)).toMatchObject({ ...sent, pathKey: key });
  });

  test("with a query parameter in it has that parameter, whatever place it is declared for", async () => {
    const declared = "parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], ";
    const operation = await operationAt("/files?id={id}&kind=all&page={page}", declared);
    expect(operation).toMatchObject({ path: "/files", query: "kind=all" });
    expect(
      operation.parameters.map(({ name, in: place, required, schema }) => [name, place, required, schema.json]),
    ).toEqual([
      ["id", "query", true, { type: "integer" }],
      ["page", "query", true, { type: "string" }],
    ]);
  });

  test("has what it needs as a required text, and nothing that it has no place for", async () => {
    const declared = "parameters: [{ name: ID, in: path, required: true, schema: { type: integer } }], ";
    const { parameters } = await operationAt("/files/{id}", declared);
    expect(parameters).toMatchObject([
      { name: "id", in: "path", required: true, style: "simple", schema: { json: { type: "string" } } },
    ]);
  });
});

test("of an operation that cannot be built nothing is there, and of its path item the others are", async () => {
  const api = await build(`${head}paths:
  /a:
    get: { operationId: getA, parameters: [{ name: "X Y", in: header, required: true, schema: {} }], ${answers} }
    put: { operationId: putA, parameters: [{ name: "X Y", in: header, schema: {} }], ${answers} }
    post: { operationId: postA, requestBody: { required: true, content: { json: {} } }, ${answers} }
    patch: { operationId: patchA, requestBody: { content: { json: {} } }, ${answers} }
`);
  expect(api.operations.map(({ id, parameters, requestBody }) => [id, parameters, requestBody])).toEqual([
    ["putA", [], undefined],
    ["patchA", [], undefined],
  ]);
  expect(api.omissions.map(({ message }) => message)).toEqual([
    'The operation GET /a is left out: no header can be called "X Y".',
    'A parameter of PUT /a is left out: no header can be called "X Y".',
    "The operation POST /a is left out: its body is required, and it has no media type to send it in.",
    '"json" is left out: it is no media type, which has the form type/subtype.',
    "The request body of PATCH /a is left out: it has no media type to send it in.",
    '"json" is left out: it is no media type, which has the form type/subtype.',
  ]);
});

test("an operation that no package can send is understood all the same", async () => {
  const api = await build(`${head}paths:
  /a:
    get: { operationId: getA, requestBody: { required: true, content: { text/plain: {} } }, ${answers} }
    head: { operationId: headA, requestBody: { content: { text/plain: {} } }, ${answers} }
    trace: { operationId: traceA, ${answers} }
`);
  expect(api.operations.map(({ id, requestBody }) => [id, requestBody])).toEqual([["headA", undefined]]);
  expect(
    api.unsendable.map(({ operation, reason }) => [operation.id, operation.requestBody?.required, reason]),
  ).toEqual([
    ["getA", true, "The operation GET /a is left out: it requires a request body, which fetch does not send with GET."],
    ["traceA", undefined, "The operation TRACE /a is left out: fetch forbids the method TRACE."],
  ]);
});

test.each([
  ["2xx", "2XX"],
  ["Default", "default"],
  ["DEFAULT", "default"],
  [" 404", "404"],
])("the status %j is taken for %s", async (written, status) => {
  const operation = await buildOperation(
    `${head}paths: { /a: { get: { operationId: a, responses: { ${JSON.stringify(written)}: { description: Done. } } } } }`,
  );
  expect(operation.responses.map((response) => response.status)).toEqual([status]);
});

test("a status is taken for none that stands beside it, and what is none is left out", async () => {
  const responses = 'responses: { "2XX": { description: A. }, "2xx": { description: B. }, "600": { description: C. } }';
  const { responses: built } = await buildOperation(`${head}paths: { /a: { get: { operationId: a, ${responses} } } }`);
  expect(built.map(({ status, description }) => [status, description])).toEqual([["2XX", "A."]]);
});

test("a scheme that cannot be sent, or is not described, stays as the caller's own to meet", async () => {
  const api = await build(`${head}security: [{ digest: [], key: [] }, { nobody: [] }]
paths: { /a: { get: { operationId: a, ${answers} } } }
components:
  securitySchemes:
    digest: { type: http, scheme: Digest }
    key: { type: apiKey, in: header, name: X-Key }
`);
  expect(api.securitySchemes.map(({ name, type }) => [name, type])).toEqual([
    ["digest", "unsupported"],
    ["key", "apiKey"],
    ["nobody", "unsupported"],
  ]);
  const [operation] = api.operations;
  expect(operation?.security.map((alternative) => alternative.map(({ scheme }) => scheme.name))).toEqual([
    ["digest", "key"],
    ["nobody"],
  ]);
});

test("a variable of a server that nobody describes has to be given, and a default counts as a value", async () => {
  const { servers } = await build(`${head}servers:
  - url: https://{tenant}.example/{version}
    variables: { version: { default: v3, enum: [v1, v2] } }
paths: {}
`);
  expect(servers[0]?.variables).toEqual([
    { name: "version", default: "v3", enum: ["v1", "v2", "v3"], description: undefined, required: false },
    { name: "tenant", default: "tenant", enum: undefined, description: undefined, required: true },
  ]);
});
