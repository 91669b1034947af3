import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json } from "@facsimile/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareWire } from "../src/index.js";
import { loadPair } from "./load-pair.js";
import { documentOf } from "./pair-document.js";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "facsimile-alternatives-"));
});
afterAll(() => rm(folder, { recursive: true }));

function closed(...names: readonly string[]): Json {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  return { type: "object", required: [...names], properties, additionalProperties: false };
}

/** What is said of a request whose body has one alternative more. */
async function said(one: Json, other: Json): Promise<readonly string[]> {
  const old = await loadPair(folder, "old", documentOf("request-schema", "3.1", one));
  const next = await loadPair(folder, "new", documentOf("request-schema", "3.1", { oneOf: [one, other] }));
  return compareWire(old, next).map(({ message }) => message);
}

describe("an alternative without a name", () => {
  it.each([
    [["b"], "an object with `b`"],
    [["b", "c"], "an object with `b` and `c`"],
    [["b", "c", "d"], "an object with `b`, `c` and more"],
  ])("that needs %j is called by that", async (names, words) => {
    expect(await said(closed("a"), closed(...names))).toEqual([`The request body may be ${words} now.`]);
  });

  it("that needs nothing is another one of its type", async () => {
    const texts = [1, 5].map((length) => ({ type: "string", minLength: length, maxLength: length }));
    expect(await said(texts[0] ?? {}, texts[1] ?? {})).toEqual(["The request body may be another string now."]);
  });
});

describe("alternatives that become a reference to one of them", () => {
  it("are told where they were, and not by the component, which has not changed", async () => {
    const components = { schemas: { Card: closed("number") } };
    const document = (schema: Json): ReturnType<typeof documentOf> =>
      documentOf("request-schema", "3.1", { type: "object", properties: { pay: schema } }, components);
    const old = await loadPair(folder, "inline", document({ oneOf: [closed("number"), closed("iban")] }));
    const next = await loadPair(folder, "referred", document({ $ref: "#/components/schemas/Card" }));
    expect(compareWire(old, next).map(({ message, new: place }) => [message, place?.pointer])).toEqual([
      [
        "`pay` of the request body may no longer be an object with `iban`.",
        "/paths/~1things/post/requestBody/content/application~1json/schema/properties/pay",
      ],
    ]);
  });
});
