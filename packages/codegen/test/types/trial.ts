import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { buildPackage } from "../hostile/build-package.js";
import { changesOf } from "./changes.js";
import { errorsByLine, programOf } from "./compiler.js";
import { Judge, toldApart } from "./judge.js";
import type { SchemaGroup } from "./random-schemas.js";
import { randomNumbers, ValueMaker } from "./values.js";

/** A value of a schema, written as a literal. */
interface Check {
  readonly type: string;
  readonly schema: JsonObject;
  readonly value: Json;
  readonly fits: boolean;
}

export interface Outcome {
  readonly valid: number;
  readonly broken: number;
  /** What the compiler decides otherwise than Ajv. */
  readonly faults: readonly string[];
}

/** Writes values of schemas as literals of their types, those that Ajv accepts and those that break something. */
export async function tryTypes(groups: readonly SchemaGroup[]): Promise<Outcome> {
  const named = groups.map(nameGroup);
  const components = Object.assign({}, ...named.map((group) => group.components)) as JsonObject;
  const modules = await schemaModules(components);
  const checks = named.flatMap(checksOf);
  const imports = named.map(({ type }) => type).join(", ");
  const lines = checks.map(({ type, value }, index) => `export const v${index}: ${type} = ${JSON.stringify(value)};`);
  const source = [`import type { ${imports} } from "./schemas.js";`, ...lines].join("\n");
  const program = programOf(
    new Map([
      ["checks.ts", source],
      ["schemas.ts", modules],
    ]),
  );
  const errors = errorsByLine(program, "checks.ts");
  const faults = checks.flatMap((check, index) => {
    const error = errors.get(index + 1);
    return check.fits === (error === undefined) ? [] : [described(check, components, error)];
  });
  const wrongTypes = [...errorsByLine(program, "schemas.ts").values()];
  const valid = checks.filter(({ fits }) => fits).length;
  return { valid, broken: checks.length - valid, faults: [...wrongTypes, ...faults] };
}

interface NamedGroup {
  readonly type: string;
  readonly schema: JsonObject;
  readonly components: JsonObject;
  readonly seed: number;
}

/** The bases of a group have names of their own in a document of many groups. */
function nameGroup({ bases, schema, seed }: SchemaGroup, index: number): NamedGroup {
  const type = `Of${index}`;
  const all = Object.fromEntries([...bases.map((base, number) => [`Base${number}`, base]), [type, schema]]);
  const text = JSON.stringify(all).replaceAll(/Base(?=\d")/g, `Of${index}Base`);
  const components = JSON.parse(text) as JsonObject;
  // It is there, under its name.
  return { type, schema: components[type] as JsonObject, components, seed };
}

async function schemaModules(schemas: JsonObject): Promise<string> {
  const document = { openapi: "3.1.0", info: { title: "Random", version: "1" }, paths: {}, components: { schemas } };
  const { files } = await buildPackage(JSON.stringify(document));
  return [...files].flatMap(([path, text]) => (path.startsWith("src/generated/schemas/") ? [text] : [])).join("\n");
}

function checksOf({ type, schema, components, seed }: NamedGroup): readonly Check[] {
  const random = randomNumbers(seed);
  const maker = new ValueMaker(components, random);
  const judge = new Judge(schema, components);
  const made = distinct(Array.from({ length: 12 }, () => maker.make([toldApart(schema)])));
  const values = made.filter((value) => judge.allowsAsDeclared(value)).slice(0, 6);
  const changed = distinct(values.flatMap(changesOf)).filter((value) => judge.mustRefuse(value));
  const broken = [
    ...changed.filter(() => random() < 6 / changed.length),
    ...values.slice(0, 1).flatMap(exceeding(schema)),
  ];
  const check = (value: Json, fits: boolean): Check => ({ type, schema, value, fits });
  return [...values.map((value) => check(value, true)), ...broken.map((value) => check(value, false))];
}

/** A value of a schema that is closed, with a property more. Where it is a part of others, the compiler looks at all of them together. */
function exceeding(schema: JsonObject): (value: Json) => readonly Json[] {
  const isPart = ["$ref", "allOf", "anyOf", "oneOf", "patternProperties", "unevaluatedProperties"].some(
    (word) => schema[word] !== undefined,
  );
  const isClosed = schema.additionalProperties === false && !isPart;
  return (value) => (isClosed && isObject(value) ? [{ ...value, undeclared: 1 }] : []);
}

function distinct(values: readonly Json[]): readonly Json[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function described({ schema, value, fits, type }: Check, components: JsonObject, error: string | undefined): string {
  const bases = Object.entries(components).filter(([name]) => JSON.stringify(schema).includes(`/${name}"`));
  const where = bases.map(([name, base]) => `${name} = ${JSON.stringify(base)}`).join(", ");
  const what = fits ? `fits, but: ${error ?? ""}` : "does not fit, but compiles";
  return `${type} ${JSON.stringify(schema)} ${where}: ${JSON.stringify(value)} ${what}`;
}
