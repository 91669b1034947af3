import type { Document, Json, JsonObject } from "@facsimile/document";
import fc from "fast-check";
import { applyEdits, type Edit, edits, rewritings } from "./edits.js";
import { type Components, components, type Dialect } from "./random-schemas.js";
import { RandomValues } from "./random-values.js";

/** Two random editions of some schemas, and values for both. */
export interface Editions {
  readonly dialect: Dialect;
  readonly old: Components;
  readonly new: Components;
  readonly seed: number;
}

const dialects = fc.constantFrom<Dialect>("3.0", "3.1");

/** Mostly one of them edited; or two that have nothing in common. */
export const editions: fc.Arbitrary<Editions> = dialects.chain((dialect) => {
  const edited = fc
    .tuple(components(dialect), edits(dialect), fc.nat())
    .map(([old, list, seed]) => ({ dialect, old, new: applyEdits(old, list), seed }));
  const apart = fc.record({
    dialect: fc.constant(dialect),
    old: components(dialect),
    new: components(dialect),
    seed: fc.nat(),
  });
  return fc.oneof({ weight: 8, arbitrary: edited }, { weight: 1, arbitrary: apart });
});

/** Two editions that allow the same values. */
export const rewritten: fc.Arbitrary<Editions> = dialects.chain((dialect) => {
  const edit: fc.Arbitrary<Edit> = fc
    .tuple(fc.constantFrom(0, 1, 2), fc.nat(40), fc.constantFrom(...rewritings(dialect)))
    .map(([component, place, change]) => ({ component, place, ...change }));
  return fc
    .tuple(components(dialect), fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat())
    .map(([old, list, seed]) => ({ dialect, old, new: applyEdits(old, list), seed }));
});

/** Values that one edition or the other is likely to allow. */
export function valuesFor({ old, new: next, seed }: Editions, count: number): readonly Json[] {
  const [olds, news] = [new RandomValues(old, seed), new RandomValues(next, seed + 1)];
  return Array.from({ length: count }, (_, index) => (index % 2 === 0 ? olds.of(old.Subject) : news.of(next.Subject)));
}

export const subject = { value: { $ref: "#/components/schemas/Subject" }, pointer: "/subject" } as const;

/** A document in which the subject is what an operation takes and gives. */
export function documentOf(dialect: Dialect, schemas: Components): Document {
  const content = { "application/json": { schema: subject.value } };
  const json = {
    openapi: dialect === "3.0" ? "3.0.4" : "3.1.1",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          requestBody: { required: true, content },
          responses: { "200": { description: "fine", content } },
        },
      },
    },
    components: { schemas },
  } satisfies JsonObject;
  const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
  return { file: "openapi.json", dialect, json, omissions: [], locate };
}

export function inWords({ dialect, old, new: next }: Editions): string {
  return `${dialect}\nold ${JSON.stringify(old)}\nnew ${JSON.stringify(next)}`;
}
