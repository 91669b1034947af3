import { isObject } from "@facsimile/document";
import { partAt, withPart } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import type { Act } from "./act.js";
import { answerWith, asShown, frameOf, withBody } from "./show.js";

export function read({ context, thing, place, operation, answered }: Act): Answered {
  if (place.id === undefined) return answered;
  const kept = context.store.get(thing, place.scope, place.id);
  if (kept !== undefined) return answerWith(context, operation, thing, kept, answered);
  // A thing of any name is what the example shows, by its own name.
  const frame = frameOf(answered);
  const { path, identifier } = context.shapes.answer(operation, thing);
  const example = partAt(frame, path);
  if (identifier === undefined || !isObject(example)) return answered;
  return withBody(answered, withPart(frame, [...path, identifier], asShown(place.id, example[identifier])));
}

export function remove(act: Act): Answered {
  const { context, thing, place } = act;
  const answer = read(act);
  if (place.id !== undefined) context.store.remove(thing, place, place.id);
  return answer;
}
