import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { partAt } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { headerOf } from "../wire/exchange.js";
import { type Act, type Said, saidIn } from "./act.js";
import { defaultsOf, viewOf } from "./shape.js";
import { answerWith, frameOf, takesNull } from "./show.js";
import { type Draft, draftOf } from "./store.js";

/** What it is now is kept when the answer is made. */
export async function change(act: Act): Promise<Answered> {
  const { context, thing, place, operation, answered } = act;
  const said = await saidIn(act);
  const draft = draftFor(act);
  if (draft === undefined) return answered;
  if (said.isThere) draft.value = changed(act, said, draft.value);
  const answer = answerWith(context, operation, thing, draft, answered);
  context.store.keep(thing, place.scope, draft);
  return answer;
}

/** What is changed. A thing that nothing created is what the example shows. */
function draftFor({ context, thing, place, operation, answered }: Act): Draft | undefined {
  if (place.id === undefined) return undefined;
  const known = context.store.get(thing, place.scope, place.id);
  if (known !== undefined) return { ...known, filled: new Set(known.filled) };
  const example = partAt(frameOf(answered), context.shapes.answer(operation, thing).path);
  return draftOf(place.id, isObject(example) ? example : {}, true);
}

/** A PUT that requires nothing is taken for one that changes what it has. */
function changed({ context, operation, request }: Act, { answer, sent, body }: Said, value: JsonObject): JsonObject {
  const document = context.document.json;
  const { properties, required } = viewOf(document, sent);
  if (operation.method === "put" && required.size > 0) {
    const left = Object.entries(value).filter(([name]) => !properties.has(name));
    return { ...Object.fromEntries(left), ...defaultsOf(document, sent), ...body };
  }
  const shown = viewOf(document, answer.use).properties;
  const isMerge = headerOf(request.headers, "content-type")?.includes("merge-patch") === true;
  return merged(value, body, isMerge ? "deep" : (name) => takesNull(document, shown.get(name) ?? []));
}

/** Properties in place of those that were there. In a merge patch (RFC 7396) null takes away, otherwise where no answer can have it. */
function merged(value: JsonObject, changes: JsonObject, how: "deep" | ((name: string) => boolean)): JsonObject {
  const result = new Map<string, Json>(Object.entries(value));
  for (const [name, part] of Object.entries(changes)) {
    const before = result.get(name);
    if (part === null && (how === "deep" || !how(name))) result.delete(name);
    else if (how === "deep" && isObject(part)) result.set(name, merged(isObject(before) ? before : {}, part, how));
    else result.set(name, part);
  }
  return Object.fromEntries(result);
}
