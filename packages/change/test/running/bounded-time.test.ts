import type { Document, Json } from "@facsimile/document";
import { expect, it } from "vitest";
import { compareWire } from "../../src/index.js";
import { documentOf } from "./editions.js";

type Schemas = Readonly<Record<string, Json>>;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const named = (count: number, make: (index: number) => readonly [string, Json]): Schemas =>
  Object.fromEntries(many(count, make));
const object = (index: number, more: Json = {}): Json => ({
  type: "object",
  required: [`kind${index % 7}`],
  properties: { [`kind${index % 7}`]: { const: index }, more },
});

/** Schemas that are built to take for ever, by their size; the edition says in which of two spellings. */
const hostile: Readonly<Record<string, (size: number, edition: number) => Schemas>> = {
  "alternatives, each against each": (size, edition) => ({
    Subject: { oneOf: many(size, (index) => object(index, { maxLength: 10 + edition })) },
  }),
  "alternatives without a name": (size, edition) => ({
    Subject: { anyOf: many(size, (index) => ({ type: "string", minLength: index, maxLength: index + 5 + edition })) },
  }),
  "alternatives of alternatives": (size, edition) => ({
    Subject: { allOf: many(Math.log2(size), (index) => ({ anyOf: [object(index), object(index + edition)] })) },
  }),
  "exclusive alternatives of exclusive alternatives": (size, edition) => ({
    ...named(Math.log2(size) * 2, (index) => [
      `Level${index}`,
      { oneOf: [ref(`Level${index + 1}`), { type: "object", oneOf: [ref(`Level${index + 1}`), object(index)] }] },
    ]),
    [`Level${Math.log2(size) * 2}`]: object(edition),
    Subject: ref("Level0"),
  }),
  "properties within properties": (size, edition) => ({
    ...named(size, (index) => [`Level${index}`, { type: "object", properties: { below: ref(`Level${index + 1}`) } }]),
    [`Level${size}`]: { type: "string", maxLength: 5 + edition },
    Subject: ref("Level0"),
  }),
  "required properties, two of the next level in each": (size, edition) => ({
    ...named(size / 8, (index) => [
      `Level${index}`,
      {
        type: "object",
        required: ["a", "b"],
        properties: { a: ref(`Level${index + 1}`), b: ref(`Level${index + 1}`) },
      },
    ]),
    [`Level${size / 8}`]: { type: "string", maxLength: 5 + edition },
    Subject: ref("Level0"),
  }),
  "schemas made of one another": (size, edition) => ({
    ...named(size, (index) => [
      `Part${index}`,
      { allOf: [ref(`Part${(index + 1) % size}`)], anyOf: [ref(`Part${(index * 7) % size}`), { minLength: edition }] },
    ]),
    Subject: ref("Part0"),
  }),
  "a schema that is not itself": (_, edition) => ({
    Subject: { not: ref("Subject"), maxLength: 5 + edition },
  }),
  "schemas that are not one another": (size, edition) => ({
    ...named(size, (index) => [`Part${index}`, { not: ref(`Part${(index + 1) % size}`), minLength: edition }]),
    Subject: ref("Part0"),
  }),
  "conditions on itself": (_, edition) => ({
    Subject: {
      if: ref("Subject"),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { minLength: edition },
      dependentSchemas: { a: ref("Subject") },
      enum: ["a", { a: 1 }],
    },
  }),
  "conditions beside each other": (size, edition) => ({
    Subject: {
      allOf: many(size / 8, (index) => ({
        if: { required: [`a${index}`] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: { required: [`b${index + edition}`] },
      })),
    },
  }),
  "conditions within conditions": (size, edition) => ({
    Subject: Array.from({ length: size * 10 }).reduceRight<Json>(
      (below, _, index) => ({
        type: "object",
        if: { required: [`a${index}`] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: index % 2 === 0 ? below : { required: [`b${index}`] },
        else: index % 2 === 0 ? { required: [`b${index}`] } : below,
      }),
      { required: [`c${edition}`] },
    ),
  }),
  "many members of allOf": (size, edition) => ({
    Subject: { allOf: many(size * 40, (index) => ({ properties: { [`p${index}`]: { maxLength: 5 + edition } } })) },
  }),
  "members of allOf that follow one another": (size, edition) => ({
    ...named(size, (index) => [
      `Part${index}`,
      { allOf: [ref(`Part${index + 1}`)], properties: { a: { minLength: index } } },
    ]),
    [`Part${size}`]: { maxProperties: 5 + edition },
    Subject: ref("Part0"),
  }),
  "dynamic references in a circle": (_, edition) => ({
    Subject: {
      $dynamicAnchor: "node",
      $dynamicRef: "#node",
      properties: { a: { $dynamicRef: "#node" }, b: { minLength: edition } },
    },
  }),
  "regular expressions that run away": (size, edition) => ({
    Subject: {
      type: "object",
      patternProperties: { "^(a+)+$": { maxLength: 5 + edition }, "(a|aa)+$": {}, "^(([a-z])+.)+[A-Z]([a-z])+$": {} },
      properties: { [`${"a".repeat(size)}!`]: { pattern: "^(a*)*$", minLength: edition } },
    },
  }),
  "many listed values": (size, edition) => ({
    Subject: { enum: many(size * 320, (index) => `value${index * (1 + edition)}`) },
  }),
  "listed objects": (size, edition) => ({
    Subject: {
      enum: many(size * 16, (index) => ({ a: index * (1 + edition) })),
      properties: { a: { not: { const: 3 } } },
    },
  }),
  "long texts": (size, edition) => ({
    Subject: {
      enum: ["a".repeat(size * 32_000 + edition), "b"],
      pattern: "^a*a*$",
      description: "c".repeat(size * 32_000),
    },
  }),
  "texts that have to be long": (_, edition) => ({ Subject: { type: "string", minLength: 1_000_000_000 + edition } }),
  "lists that have to be long": (_, edition) => ({
    Subject: { type: "array", minItems: 1_000_000_000 + edition, prefixItems: [{}], contains: {}, minContains: 1e9 },
  }),
  "lists of lists that hold themselves": (_, edition) => ({
    Subject: { type: "array", minItems: 3 + edition, items: ref("Subject"), uniqueItems: true },
  }),
};

/** Seconds of a processor: other work of the machine hardly counts. */
function secondsOf(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** All of them and four times as large where there is time: `npm run fuzz:changes`. */
const isWhole = process.env.FACSIMILE_CHANGES_SPACE === "whole";
const size = isWhole ? 16 : 4;

/** These spend all the effort that there is, whatever their size. */
const costly: ReadonlySet<string> = new Set([
  "exclusive alternatives of exclusive alternatives",
  "schemas made of one another",
  "schemas that are not one another",
]);
const tried = Object.entries(hostile).filter(([name]) => isWhole || !costly.has(name));

/** Seconds after which the effort that is made for one comparison is surely spent, on a busy machine too. */
const most = 60;

it.each(tried)("%s end", (_, make) => {
  const time = (count: number): number => {
    // What is made has the components that an edition has; more of them do no harm.
    const [old, next] = [0, 1].map((edition) => documentOf("3.1", make(count, edition) as never));
    return secondsOf(() => old !== undefined && next !== undefined && compareWire(old, next));
  };
  const twice = time(2 * size);
  expect(twice).toBeLessThan(most);
  // Half a second is no proof of anything, and where the effort is spent, twice the size takes no longer.
  if (twice > 0.5 && twice < 2) expect(twice).toBeLessThan(8 * time(size) + 0.5);
});

/** Far below where questions within questions end. */
const depth = isWhole ? 400 : 150;

it.each(isWhole ? ["properties", "items", "allOf", "not"] : ["properties", "not"])(
  `${depth} schemas below each other by %s are compared`,
  (keyword) => {
    const below = (index: number): Json => {
      const next = ref(`Level${index + 1}`);
      if (keyword === "properties") return { type: "object", properties: { a: next } };
      if (keyword === "allOf") return { allOf: [next] };
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      return { [keyword]: next, then: { maxLength: 3 } };
    };
    const edition = (maxLength: number): Document =>
      documentOf("3.1", {
        ...named(depth, (index) => [`Level${index}`, below(index)]),
        [`Level${depth}`]: { type: "string", maxLength },
        Subject: ref("Level0"),
      } as never);
    const changes = compareWire(edition(5), edition(4));
    expect(changes.some((change) => change.class === "breaking" || change.class === "unknown")).toBe(true);
  },
);
