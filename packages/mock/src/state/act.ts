import { isObject, type JsonObject, type Operation, type SchemaUse } from "@facsimile/document";
import { flatten, partAt, withPart } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { asId, type Id } from "../things/identify.js";
import { bareName } from "../things/names.js";
import type { Thing } from "../things/thing.js";
import { type HeaderLine, headerOf, type RawRequest } from "../wire/exchange.js";
import type { StateContext } from "./context.js";
import { linkTo, pageBody, pageOf } from "./list-page.js";
import { makeId } from "./make-id.js";
import { type Place, pathOf } from "./place.js";
import { readBody } from "./read-body.js";
import { answerShape, bodyShape, defaultsOf, type Shape, taken } from "./shape.js";
import { answerWith, asShown, bodyUse, fitting, frameOf, showThing, takesNull, withBody } from "./show.js";
import type { Kept } from "./store.js";

/** An exchange that is about kept things, and the answer that was made of examples. */
export interface Act {
  readonly context: StateContext;
  readonly operation: Operation;
  readonly thing: Thing;
  readonly place: Place;
  readonly request: RawRequest;
  readonly answered: Answered;
  /** What comes before the path templates. */
  readonly base: string;
  /** The answer that the document states for a status; undefined where it states none, or none that the client takes. */
  statedFor(status: number): Promise<Answered | undefined>;
}

export async function create(act: Act): Promise<Answered> {
  const { context, thing, place, operation, answered } = act;
  const { sent, body, answer } = await bodyOf(act);
  const example = partAt(frameOf(answered), answer.path);
  const value = { ...defaultsOf(context.document.json, sent), ...body };
  const isTaken = (id: Id): boolean => context.store.get(thing, place.scope, String(id)) !== undefined;
  const chosen = place.id ?? chosenId(act, sent, body, answer.identifier);
  const conflict =
    place.id === undefined && chosen !== undefined && isTaken(chosen) ? await act.statedFor(409) : undefined;
  if (conflict !== undefined) return conflict;
  const shownId = answer.identifier !== undefined && isObject(example) ? example[answer.identifier] : undefined;
  const id = chosen ?? makeId(context, thing, shownId, isTaken);
  const kept = context.store.add(thing, place.scope, id, value);
  const whole = answerWith(context, operation, thing, kept, await withStatus(act, 201));
  return withLocation(act, id, whole);
}

/** The identifier that the body has, where it may have one. */
function chosenId(
  { context, thing }: Act,
  sent: SchemaUse,
  body: JsonObject,
  name: string | undefined,
): Id | undefined {
  const declared = sent.length === 0 ? [] : [...flatten(context.document.json, sent).properties.keys()];
  const wanted =
    declared.find((one) => one === name) ?? declared.find((one) => bareName(one) === bareName(thing.parameter.name));
  return wanted === undefined ? undefined : asId(body[wanted]);
}

/** Where the answer says by its header which thing there is now. */
function withLocation({ thing, place, base }: Act, id: Id, answered: Answered): Answered {
  const isStated = headerOf(answered.answer.headers, "location") !== undefined;
  if (!isStated && thing.create?.identifier.from !== "location") return answered;
  const location: HeaderLine = ["Location", `${base}${pathOf(thing, place, String(id))}`];
  const others = answered.answer.headers.filter(([name]) => name.toLowerCase() !== "location");
  return { ...answered, answer: { ...answered.answer, headers: [...others, location] } };
}

/** The answer for something new is 201 where the document states it beside others. */
async function withStatus({ operation, answered, statedFor }: Act, status: number): Promise<Answered> {
  const isStated = operation.responses.some((one) => one.status === String(status));
  const isOther = isStated && answered.answer.status !== status;
  return (isOther ? await statedFor(status) : undefined) ?? answered;
}

/** A thing that its caller names is created where it is not there, and changed where it is. */
export async function put(act: Act): Promise<Answered> {
  const { context, thing, place, answered } = act;
  if (place.id === undefined || context.store.get(thing, place.scope, place.id) === undefined) return create(act);
  const isCreated = answered.answer.status === 201;
  const old = isCreated ? ((await act.statedFor(200)) ?? (await act.statedFor(204))) : undefined;
  return change({ ...act, answered: old ?? answered });
}

export function list({ context, thing, place, operation, request, answered, base }: Act): Answered {
  const frame = frameOf(answered);
  const list = thing.list;
  const example = list === undefined ? undefined : partAt(frame, list.place.path);
  if (list === undefined || !Array.isArray(example)) return answered;
  const host = headerOf(request.headers, "host") ?? "localhost";
  const url = new URL(`http://${host}${base}${request.target}`);
  const listing = { document: context.document.json, operation, place: list.place, query: url.searchParams };
  const page = pageOf(listing, context.store.all(thing, place.scope));
  const models = example.filter((one) => isObject(one));
  const isText = example.length > 0 && models.length === 0;
  const model = (): JsonObject => models[0] ?? {};
  const items = page.items.map((kept) => (isText ? kept.id : showThing(context, thing, list.place, kept, model())));
  const body = pageBody(listing, frame, items, page, url);
  const links: HeaderLine[] =
    operation.pagination?.style === "link-header" && page.next !== undefined
      ? [["Link", `<${linkTo(page.next, url)}>; rel="next"`]]
      : [];
  const fits = isText
    ? body
    : fitting(context, operation, body, { path: list.place.path, isList: true, frame, example: model() });
  const bare = { ...answered, answer: { ...answered.answer, headers: withoutLink(operation, answered) } };
  return withBody(bare, fits, links);
}

function withoutLink({ pagination }: Operation, { answer }: Answered): readonly HeaderLine[] {
  return answer.headers.filter(([name]) => pagination?.style !== "link-header" || name.toLowerCase() !== "link");
}

export async function change(act: Act): Promise<Answered> {
  const { context, thing, operation, request, answered } = act;
  const kept = keptFor(act);
  if (kept === undefined) return answered;
  const { sent, body, isThere } = await bodyOf(act);
  const isMerge = headerOf(request.headers, "content-type")?.includes("merge-patch") === true;
  const { properties, required } = sent.length === 0 ? nothing : flatten(context.document.json, sent);
  if (!isThere) return answerWith(context, operation, thing, kept, answered);
  // A PUT that requires nothing is taken for one that changes what it has.
  if (operation.method === "put" && required.size > 0) {
    const left = Object.entries(kept.value).filter(([name]) => !properties.has(name));
    kept.value = { ...Object.fromEntries(left), ...defaultsOf(context.document.json, sent), ...body };
  } else {
    const isKept = (name: string): boolean => takesNull(context.document.json, properties.get(name) ?? []);
    kept.value = merged(kept.value, body, isMerge ? "deep" : isKept);
  }
  return answerWith(context, operation, thing, kept, answered);
}

/** What is changed. A thing that nothing created is what the example shows. */
function keptFor({ context, thing, place, operation, answered }: Act): Kept | undefined {
  if (place.id === undefined) return undefined;
  const known = context.store.get(thing, place.scope, place.id);
  if (known !== undefined) return known;
  const example = partAt(frameOf(answered), answerShape(context.document.json, operation, thing).path);
  const kept = context.store.add(thing, place.scope, place.id, isObject(example) ? example : {});
  for (const name of Object.keys(kept.value)) kept.filled.add(name);
  return kept;
}

const nothing = { properties: new Map<string, SchemaUse>(), required: new Map<string, string>() };

/** Properties in place of those that were there. In a merge patch (RFC 7396) null takes away, otherwise where it cannot stand. */
function merged(value: JsonObject, changes: JsonObject, how: "deep" | ((name: string) => boolean)): JsonObject {
  const result: Record<string, JsonObject[string]> = { ...value };
  for (const [name, part] of Object.entries(changes)) {
    const before = result[name];
    if (part === null && (how === "deep" || !how(name))) delete result[name];
    else
      result[name] =
        how === "deep" && isObject(part) && isObject(before) ? merged(before, part, "deep") : (part ?? null);
  }
  return result;
}

export function read({ context, thing, place, operation, answered }: Act): Answered {
  if (place.id === undefined) return answered;
  const kept = context.store.get(thing, place.scope, place.id);
  if (kept !== undefined) return answerWith(context, operation, thing, kept, answered);
  // A thing of any name is what the example shows, by its own name.
  const frame = frameOf(answered);
  const { path, identifier } = answerShape(context.document.json, operation, thing);
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

/** What the request says of the thing. */
async function bodyOf({ context, operation, thing, request }: Act): Promise<{
  readonly answer: Shape;
  readonly sent: SchemaUse;
  readonly body: JsonObject;
  readonly isThere: boolean;
}> {
  const document = context.document.json;
  const answer = answerShape(document, operation, thing);
  const { path, use: sent } = bodyShape(document, operation, answer);
  const given = partAt(await readBody(request, document, bodyUse(operation)), path);
  const body = isObject(given) ? taken(document, sent, answer.use, given) : {};
  return { answer, sent, body, isThere: isObject(given) };
}
