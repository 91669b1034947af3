import type { Document, Json, JsonObject } from "@facsimile/document";
import { expect, it } from "vitest";
import { compareWire } from "../../src/index.js";

const width = 60;
const depth = 4;
const names = (level: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => `Level${level}x${index}`);
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Lists whose items are lists, each of the same schemas as all others of its level. */
function schemas(): JsonObject {
  const levels = Array.from({ length: depth + 1 }, (_, level) =>
    names(level).map((name): [string, Json] => [
      name,
      level === depth
        ? { description: name }
        : { type: "array", prefixItems: names(level + 1).map(ref), description: name },
    ]),
  );
  return Object.fromEntries(levels.flat());
}

function encoding(contentType: string, levels: number): JsonObject {
  return levels === 0
    ? { contentType }
    : { contentType: "multipart/mixed", itemEncoding: encoding(contentType, levels - 1) };
}

function edition(contentType: string): Document {
  const schema = { type: "array", items: ref("Level0x0") };
  const content = { "multipart/mixed": { schema, itemEncoding: encoding(contentType, depth) } };
  const post = { requestBody: { content }, responses: { "204": { description: "Done." } } };
  const json = {
    openapi: "3.2.0",
    info: { title: "Things", version: "1" },
    paths: { "/things": { post } },
    components: { schemas: schemas() },
  };
  const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
  return { file: "openapi.json", dialect: "3.1", json, omissions: [], locate };
}

it("leaves open what becomes of parts of parts where there are millions of them", () => {
  const changes = compareWire(edition("image/png"), edition("image/jpeg"));
  expect(new Set(changes.map((change) => change.class))).toEqual(new Set(["breaking", "unknown"]));
}, 60_000);
