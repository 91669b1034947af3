import { isObject } from "../../load/object.js";
import type { RawSchema } from "../../load/openapi.js";
import { child } from "../../load/pointer.js";
import type { SchemaType } from "../api.js";
import type { Context } from "../context.js";
import { chosenKey, readChosenName, takeChosen, whyImpossible } from "./chosen.js";
import type { Claims, Owner } from "./claims.js";
import { pascalCase } from "./spelling.js";

interface Candidate {
  readonly component: string;
  readonly owner: Owner;
  readonly chosen: string | undefined;
  /** What its key becomes; `Schema` where no name can be made of it. */
  readonly own: string;
}

/**
 * Names the types of the component schemas. A key that is spelled as a name keeps it; then come those that `x-facsimile-name` chooses, and keys
 * that become a name. What finds its name taken has `Model` after it, and then a number.
 */
export function nameSchemas(context: Context, claims: Claims): readonly Omit<SchemaType, "requestName">[] {
  const schemas = Object.entries(context.root.components?.schemas ?? {});
  const candidates = schemas.map(([component, schema]) => candidateOf(context, component, schema));
  const names = new Map<Candidate, string>();
  const take = (one: Candidate): void => {
    if (!names.has(one) && claims.take(one.own, one.owner)) names.set(one, one.own);
  };
  for (const one of candidates) if (one.chosen === undefined && one.own === one.component) take(one);
  for (const one of candidates) {
    if (one.chosen !== undefined && takeChosen(context, claims, one.chosen, one.owner)) names.set(one, one.chosen);
  }
  for (const one of candidates) if (one.own === one.component) take(one);
  for (const one of candidates) take(one);
  return candidates.map((one) => {
    const name = names.get(one);
    if (name === unnamed && pascalCase(one.component) === "") reportUnnamed(context, one);
    return { component: one.component, name: name ?? anotherName(context, claims, one) };
  });
}

function candidateOf(context: Context, component: string, schema: RawSchema): Candidate {
  const pointer = child("/components/schemas", component);
  return {
    component,
    owner: { words: () => `the schema "${component}" (line ${context.document.locate(pointer).line})`, pointer },
    chosen: readChosenName(context, isObject(schema) ? schema[chosenKey] : undefined, pointer, whyNoType),
    own: pascalCase(component) || unnamed,
  };
}

/** The type of a schema in whose key there is nothing that a name could hold. */
const unnamed = "Schema";

function whyNoType(name: string): string | undefined {
  return name === "default" ? "it is no name that a module hands on" : whyImpossible(name);
}

function reportUnnamed(context: Context, { component, owner }: Candidate): void {
  const message = `No name can be made of the key of the schema "${component}": its type is called ${unnamed}.`;
  context.report("schema-name-changed", owner.pointer, message, fix);
}

function anotherName(context: Context, claims: Claims, { component, own, owner }: Candidate): string {
  const other = claims.ownerOf(own);
  const name = claims.takeFirst([`${own}Model`], owner);
  const message = `The type of the schema "${component}" is called ${name}: ${own} is the name of ${other?.words() ?? "another"}.`;
  context.report("schema-name-changed", owner.pointer, message, fix);
  return name;
}

const fix = "Give it a key of its own, or choose a name by x-facsimile-name.";
