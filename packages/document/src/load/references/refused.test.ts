import { expect, test } from "vitest";
import { diagnose } from "../../../test/documents.js";
import { nameReference } from "./refused.js";

test.each([
  ["https://ann:secret@specs.example/a.yaml#/User", "https://specs.example/a.yaml#/User"],
  ["https://specs.example/a.yaml?token=secret#/User", "https://specs.example/a.yaml?…#/User"],
  ["//secret@specs.example?token=secret", "//specs.example?…"],
  ["https://specs.example/@ann/a.yaml", "https://specs.example/@ann/a.yaml"],
  ["a@b.yaml?c#/d", "a@b.yaml?c#/d"],
  ["#/components/schemas/User?", "#/components/schemas/User?"],
])("%s is named without what opens another host", (ref, name) => {
  expect(nameReference(ref)).toBe(name);
});

test("a token in a reference to another host is not repeated, neither for the reference nor for what is left out with it", async () => {
  const ref = "https://ann:secret@specs.example/a.yaml?token=secret#/User";
  const found = await diagnose(`openapi: 3.1.0
info: { title: Users, version: 1.0.0 }
paths:
  /users:
    get:
      operationId: listUsers
      parameters: [{ $ref: "${ref}" }]
      responses: { "200": { description: Users. } }
`);
  expect(found.map(({ code }) => code)).toContain("reference-network");
  expect(JSON.stringify(found)).not.toContain("secret");
});
