import type { ObjectRows } from "../cells.js";
import { all, flag, note, type Rows } from "../claims.js";
import { unordered } from "./reasons.js";
import { arrays } from "./schema-arrays.js";
import { composition } from "./schema-composition.js";
import { objects } from "./schema-objects.js";
import { scalars } from "./schema-scalars.js";
import { values } from "./schema-values.js";

const discriminator: Rows = {
  propertyName: { samples: ["kind", "sort"], claims: { changed: "discriminator-changed" } },
  mapping: {
    samples: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog", cow: "#/components/schemas/Cow" },
    claims: { ...all("discriminator-changed"), moved: unordered },
  },
  defaultMapping: { samples: ["Cat", "Dog"], claims: all("discriminator-changed") },
  "x-note": note,
};

const way = "xml-changed";
const xml: Rows = {
  name: { samples: ["one", "two"], claims: all(way) },
  namespace: { samples: ["https://example.com/one", "https://example.com/two"], claims: all(way) },
  prefix: { samples: ["one", "two"], claims: all(way) },
  attribute: flag({}, way, way),
  wrapped: flag({}, way, way),
  nodeType: { samples: ["text", "cdata"], claims: all(way) },
  "x-note": note,
};

export const schemaTables: Readonly<Record<"schema" | "discriminator" | "xml", ObjectRows>> = {
  schema: {
    base: {},
    target: { type: "string" },
    section: "schemas",
    rows: { ...values, ...scalars, ...arrays, ...objects, ...composition },
  },
  discriminator: { base: { propertyName: "kind" }, rows: discriminator },
  xml: { base: {}, rows: xml },
};
