import type { Json } from "@facsimile/document";
import { expect, it } from "vitest";
import { compareWire } from "../../src/index.js";
import { documentOf } from "./editions.js";

const count = 300;

function object(index: number, edition: number, tag: Json): Json {
  const maxLength = index === 5 ? 4 + edition : 4;
  return { type: "object", required: ["kind"], properties: { kind: tag, value: { type: "string", maxLength } } };
}

function alternatives(make: (index: number) => Json, more: object = {}): Json {
  return { oneOf: Array.from({ length: count }, (_, index) => make(index)), ...more };
}

/** Alternatives of which one changes, in two editions; hundreds of them, which is more than are held against each other. */
const told: Readonly<Record<string, (edition: number) => Readonly<Record<string, Json>>>> = {
  "by a constant": (edition) => ({
    Subject: alternatives((index) => object(index, edition, { const: `kind${index}` })),
  }),
  "by lists of one": (edition) => ({
    Subject: alternatives((index) => object(index, edition, { type: "string", enum: [`kind${index}`] })),
  }),
  "by a discriminator": (edition) => ({
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`Kind${index}`, object(index, edition, { type: "string" })]),
    ),
    Subject: alternatives((index) => ({ $ref: `#/components/schemas/Kind${index}` }), {
      discriminator: { propertyName: "kind" },
    }),
  }),
};

it.each(Object.entries(told))(`${count} alternatives that are told apart %s are compared one by one`, (_, make) => {
  const [old, next] = [0, 1].map((edition) => documentOf("3.1", make(edition) as never));
  const changes = old === undefined || next === undefined ? [] : compareWire(old, next);
  expect(changes.map(({ rule, direction, class: verdict }) => `${verdict} ${direction} ${rule}`)).toEqual([
    "safe request max-length-raised",
    "breaking response max-length-raised",
  ]);
});
