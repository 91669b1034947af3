import { expect, test } from "vitest";
import { buildOperation, diagnose } from "../../test/documents.js";

const document = (pagination: string): string => `openapi: 3.1.0
info: { title: Users, version: 1.0.0 }
paths:
  /users:
    get:
      operationId: listUsers
      x-pagination: ${pagination}
      parameters:
        - { name: start, in: query, schema: { type: integer } }
        - { name: count, in: query, schema: { type: integer } }
        - { name: X-Start, in: header, schema: { type: integer } }
      responses:
        404: { description: None., content: { application/json: { schema: { type: string } } } }
        200: { description: A page., content: { application/json: { schema: { $ref: "#/components/schemas/Page" } } } }
components:
  schemas:
    Page:
      allOf:
        - { type: object, properties: { rows: { $ref: "#/components/schemas/Rows" }, total: { type: integer } } }
        - { type: object, properties: { meta: { type: object, properties: { next: { type: [string, "null"] } } } } }
    Rows: { type: array, items: { type: string } }
`;

test.each([
  [
    "{ style: offset, offset: start, limit: count, items: rows, total: total }",
    { style: "offset", offset: "start", limit: "count", items: "rows", total: "total" },
  ],
  [
    "{ style: page, page: start, items: rows }",
    { style: "page", page: "start", size: undefined, first: 1, items: "rows", total: undefined },
  ],
  [
    "{ style: page, page: start, size: count, first: 0, items: rows }",
    { style: "page", page: "start", size: "count", first: 0, items: "rows" },
  ],
  [
    "{ style: cursor, cursor: start, next: meta.next, items: rows }",
    { style: "cursor", cursor: "start", next: "meta.next", items: "rows" },
  ],
  ["{ style: link, next: meta.next, items: rows }", { style: "link", next: "meta.next", items: "rows" }],
  ["{ style: link-header }", { style: "link-header", items: undefined }],
  ["{ style: link-header, items: rows }", { style: "link-header", items: "rows" }],
])("%s is read", async (written, expected) => {
  expect((await buildOperation(document(written))).pagination).toMatchObject(expected);
});

test.each([
  ["{}", "", "x-pagination has no style that is known."],
  ["{ style: pages }", "/style", "x-pagination has no style that is known."],
  ["true", "", "x-pagination has no style that is known."],
  ["{ style: cursor, cursor: start, items: rows }", "", 'x-pagination of the style "cursor" lacks the member "next".'],
  [
    "{ style: page, page: start, items: rows, next: rows }",
    "/next",
    'x-pagination of the style "page" has no member "next".',
  ],
  [
    "{ style: page, page: X-Start, items: rows }",
    "/page",
    'The member "page" names "X-Start", which is no query parameter of the operation.',
  ],
  [
    "{ style: page, page: start, items: users }",
    "/items",
    'The member "items" names "users", which is no property of the answer.',
  ],
  [
    "{ style: page, page: start, items: meta.next.rows }",
    "/items",
    'The member "items" names "meta.next.rows", which is no property of the answer.',
  ],
  ["{ style: page, page: start, items: total }", "/items", 'The property "total" is no array.'],
  [
    "{ style: page, page: start, items: toString }",
    "/items",
    'The member "items" names "toString", which is no property of the answer.',
  ],
  ["{ style: page, page: start, items: 1 }", "/items", 'The member "items" has to be text.'],
  ["{ style: page, page: start, items: rows, first: '0' }", "/first", 'The member "first" has to be a whole number.'],
])("%s leaves out the pages", async (written, place, reason) => {
  const message = `The pages of GET /users are left out: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
  const found = await diagnose(document(written));
  expect(found.map((diagnostic) => [diagnostic.code, diagnostic.pointer, diagnostic.message])).toEqual([
    ["pagination-invalid", `/paths/~1users/get/x-pagination${place}`, message],
  ]);
});

test("an operation without a described success has no pages", async () => {
  const text = document("{ style: page, page: start, items: rows }").replace("        200:", "        500:");
  const [found] = await diagnose(text);
  expect(found?.message).toBe(
    'The pages of GET /users are left out: the operation has no 2XX response with a schema that could have "rows".',
  );
});
