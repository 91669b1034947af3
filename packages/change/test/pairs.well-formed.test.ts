import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObject, type Json, loadDocument } from "@facsimile/document";
import { expect, test } from "vitest";
import { placeNames } from "./pair-document.js";
import { type Bump, type ExpectedChange, type Pair, readPairs, readStatedPairs, type TypesVerdict } from "./pairs.js";

const pairs = await readPairs();
const stated = await readStatedPairs();

const members = {
  all: ["name", "at", "old", "new", "forth", "back"],
  optional: ["version", "components", "oldComponents", "newComponents", "types", "bump"],
};
const words = {
  class: ["breaking", "warning", "unknown", "safe"],
  direction: ["request", "response", "none"],
  area: "paths parameters requestBody responses headers schema security servers mediaTypes webhooks metadata".split(
    " ",
  ),
  types: ["breaking", "warning", "compatible"],
  bump: ["minor", "patch", "none"],
};

/** JSON Schema's keywords and what OpenAPI adds to them. `$vocabulary` is for dialects alone. */
const keywords =
  `$anchor $comment $defs $dynamicAnchor $dynamicRef $id $ref $schema additionalProperties allOf anyOf const
  contains contentEncoding contentMediaType contentSchema default dependentRequired dependentSchemas deprecated description
  discriminator else enum example examples exclusiveMaximum exclusiveMinimum externalDocs format if items maxContains maxItems
  maxLength maxProperties maximum minContains minItems minLength minProperties minimum multipleOf not nullable oneOf pattern
  patternProperties prefixItems properties propertyNames readOnly required then title type unevaluatedItems
  unevaluatedProperties uniqueItems writeOnly xml`.split(/\s+/);

/** Fields of OpenAPI's objects beside those of schemas. */
const fields =
  `allowEmptyValue allowReserved authorizationUrl bearerFormat callbacks clientCredentials components contact
  content contentType enum email encoding examples explode externalDocs flows headers identifier in license links name
  openIdConnectUrl operationId parameters pathItems paths refreshUrl requestBodies requestBody responses schema scheme scopes
  security securitySchemes servers style summary tags termsOfService tokenUrl url variables version webhooks x-sunset`.split(
    /\s+/,
  );

test("there are at least 300 pairs, each with a name of its own", () => {
  const names = pairs.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(300);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("each pair is stated in the words that there are", () => {
  const faults = stated.flatMap(([topic, pair]) => {
    const known = [...members.all, ...members.optional];
    const keys = Object.keys(pair);
    const wrong = [
      ...keys.filter((key) => !known.includes(key)).map((key) => `has ${key}`),
      ...members.all.filter((key) => !keys.includes(key)).map((key) => `has no ${key}`),
      ...(placeNames.includes(pair.at) ? [] : [`stands at ${pair.at}`]),
      ...[...pair.forth, ...pair.back].flatMap(wrongChange),
      ...wrongWords("types", pair.types),
      ...wrongWords("bump", pair.bump),
    ];
    return wrong.map((fault) => `${topic}: "${pair.name}" ${fault}`);
  });
  expect(faults).toEqual([]);
});

test("the two editions of a pair differ", () => {
  const same = pairs.filter((pair) => JSON.stringify(pair.old) === JSON.stringify(pair.new)).map(({ name }) => name);
  // Spelled differently in YAML alone.
  expect(same).toEqual(["a default of 1 and of 1.0", "1 and 1.0"]);
});

test("every document loads without an error or an omission", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pairs-"));
  try {
    const faults = await Promise.all(pairs.map((pair, index) => loadingFaults(join(folder, String(index)), pair)));
    expect(faults.flat()).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("each keyword of JSON Schema and each field of OpenAPI occurs", () => {
  const seen = new Set<string>();
  for (const pair of pairs) for (const edition of [pair.old, pair.new]) collectKeys(edition, seen);
  expect([...keywords, ...fields].filter((name) => !seen.has(name))).toEqual([]);
});

test("a bump follows from the verdicts", () => {
  const wrong = pairs.filter(({ forth, back, types, bump }) => {
    if (types === undefined || bump === undefined) return false;
    return bump[0] !== bumpFor(forth, types[0]) || bump[1] !== bumpFor(back, types[1]);
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test("at most 15 % of the pairs leave types or bump to the generator", () => {
  const open = pairs.filter(({ types, bump }) => types === undefined || bump === undefined);
  expect(open.length / pairs.length).toBeLessThanOrEqual(0.15);
});

function wrongChange(change: ExpectedChange): readonly string[] {
  const metadata = change.area === "metadata";
  return [
    ...(["class", "direction", "area"] as const)
      .filter((key) => !words[key].includes(change[key]))
      .map((key) => `calls a change's ${key} ${change[key]}`),
    ...(metadata === (change.direction === "none")
      ? []
      : ["has a direction for metadata, or none for a change that travels"]),
    ...(metadata && change.class !== "safe" ? ["has metadata that is not safe"] : []),
  ];
}

function wrongWords(key: "types" | "bump", verdicts: readonly string[] | undefined): readonly string[] {
  if (verdicts === undefined) return [];
  const right = verdicts.length === 2 && verdicts.every((verdict) => words[key].includes(verdict));
  return right ? [] : [`has ${key} ${verdicts.join(", ")}`];
}

/** A break is a minor version of a 0.x package, any other change a patch. */
function bumpFor(changes: readonly ExpectedChange[], types: TypesVerdict): Bump {
  if (types === "breaking" || changes.some((change) => change.class === "breaking")) return "minor";
  return changes.length > 0 || types === "warning" ? "patch" : "none";
}

async function loadingFaults(file: string, pair: Pair): Promise<readonly string[]> {
  const loaded = (["old", "new"] as const).map(async (side) => {
    await writeFile(`${file}.${side}.json`, JSON.stringify(pair[side]));
    const { diagnostics, document } = await loadDocument(`${file}.${side}.json`);
    const bad = diagnostics.filter(({ severity }) => severity !== "warning");
    const faults = bad.map(({ code, message }) => `${pair.topic}: "${pair.name}" ${side}: ${code}: ${message}`);
    return document === undefined && faults.length === 0 ? [`${pair.name} ${side}: no document`] : faults;
  });
  return (await Promise.all(loaded)).flat();
}

function collectKeys(value: Json, seen: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectKeys(item, seen);
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    seen.add(key);
    collectKeys(member, seen);
  }
}
