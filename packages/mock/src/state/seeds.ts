import { type Document, isJson, isObject, type Json, type JsonObject, type Operation } from "@facsimile/document";
import { examplesAt, makeValue, partAt, type Validator } from "@facsimile/samples";
import { asId, type Id } from "../things/identify.js";
import { successOf } from "../things/success-of.js";
import type { Thing } from "../things/thing.js";
import { answerShape } from "./shape.js";

type Seed = readonly [id: Id, value: JsonObject];

/** The things that the examples of a document show: those of the list, or where there is no list the one that is read. */
export function seedsOf(document: Document, validator: () => Validator): (thing: Thing) => readonly Seed[] {
  const known = new Map<string, readonly Seed[]>();
  return (thing) => {
    const seeds = known.get(thing.key) ?? readSeeds(document, validator, thing);
    known.set(thing.key, seeds);
    return seeds;
  };
}

function readSeeds({ json }: Document, validator: () => Validator, thing: Thing): readonly Seed[] {
  const { list, read } = thing;
  if (list?.place.identifier !== undefined) {
    const { path, identifier } = list.place;
    const items = partAt(exampleOf(json, validator, list.operation), path);
    return (Array.isArray(items) ? items : []).flatMap((item) => seedOf(item, identifier));
  }
  if (read === undefined) return [];
  const { path, identifier } = answerShape(json, read, thing);
  return seedOf(partAt(exampleOf(json, validator, read), path), identifier);
}

function seedOf(value: unknown, identifier: string | undefined): readonly Seed[] {
  const id = identifier !== undefined && isObject(value) ? asId(value[identifier]) : undefined;
  return isObject(value) && id !== undefined ? [[id, value]] : [];
}

/** The example of a success in JSON, or a value that is made from its schema, as the mock server answers it. */
function exampleOf(json: JsonObject, validator: () => Validator, operation: Operation): Json | undefined {
  const content = successOf(operation)?.content.find(({ name }) => isJson(name));
  if (content === undefined) return undefined;
  const [stated] = examplesAt(json, content.pointer);
  if (stated !== undefined || content.schema === undefined) return stated?.value;
  const made = makeValue(json, validator(), content.schema, { direction: "response", size: "maximal" });
  return made.kind === "made" ? made.value : undefined;
}
