import { expect, test } from "vitest";
import { find } from "../../../test/documents.js";
import { head, read } from "../../../test/read-structure.js";
import type { Json } from "../document.js";

test.each<[scheme: string, expected: string, value: Json | undefined]>([
  ["{ type: apiKey }", "security-scheme-invalid ~, security-scheme-invalid ~", undefined],
  [
    "{ type: apiKey, name: 3, in: Header }",
    "structure-text ~/name, structure-invalid ~/in",
    { type: "apiKey", name: "3", in: "header" },
  ],
  [
    "{ name: null, in: query, type: APIKEY }",
    "security-scheme-invalid ~, structure-null ~/name, structure-invalid ~/type",
    undefined,
  ],
  ["{ type: http }", "security-scheme-invalid ~", undefined],
  ["{ type: toString }", "security-scheme-invalid ~/type", undefined],
  ["null", "security-scheme-invalid ~", undefined],
  ["{ type: mutualTLS }", "", { type: "mutualTLS" }],
  ["{ type: oauth2 }", "structure-member-missing ~", { type: "oauth2", flows: {} }],
  ["{ type: oauth2, flows: [] }", "structure-empty ~/flows", { type: "oauth2", flows: {} }],
  [
    "{ type: oauth2, flows: { implicit: { scopes: null }, password: {} } }",
    "structure-member-missing ~/flows/implicit/scopes, structure-member-missing ~/flows/password",
    { type: "oauth2", flows: { implicit: { scopes: {} }, password: { scopes: {} } } },
  ],
  ["{ type: openIdConnect }", "structure-member-missing ~", { type: "openIdConnect", openIdConnectUrl: "" }],
])("the security scheme %s is read by rule", async (scheme, expected, value) => {
  const { found, at } = await read(
    `${head}components: { securitySchemes: { key: ${scheme}, other: { type: mutualTLS } } }`,
  );
  const lines = found.map((line) => line.replace("/components/securitySchemes/key", "~").replace(/:.*$/, ""));
  expect(lines.join(", ")).toBe(expected);
  expect(at("/components/securitySchemes")).toEqual({
    ...(value !== undefined && { key: value }),
    other: { type: "mutualTLS" },
  });
});

test("the type of a security scheme, on which its other members depend, is no reference", async () => {
  const text = `components:
  securitySchemes:
    a: { type: mutualTLS }
    b: { type: { $ref: "#/components/securitySchemes/a/type" } }`;
  expect(await find(head + text)).toEqual([
    "openapi.yaml:6:10 security-scheme-invalid /components/securitySchemes/b/type",
  ]);
});
