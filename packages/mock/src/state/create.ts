import { isObject } from "@facsimile/document";
import { partAt } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { asId, type Id } from "../things/identify.js";
import { bareName } from "../things/names.js";
import { type HeaderLine, headerOf } from "../wire/exchange.js";
import { pathBefore } from "../wire/served-paths.js";
import { type Act, type Said, saidIn } from "./act.js";
import { change } from "./change.js";
import { makeId } from "./make-id.js";
import { pathOf } from "./place.js";
import { defaultsOf, viewOf } from "./shape.js";
import { answerWith, frameOf } from "./show.js";
import { draftOf } from "./store.js";

/** A thing that its caller names is created where it is not there, and changed where it is. Any other is created. */
export async function put(act: Act): Promise<Answered> {
  const { context, thing, place, answered } = act;
  if (place.id === undefined || context.store.get(thing, place.scope, place.id) === undefined) return create(act);
  const isCreated = answered.answer.status === 201;
  const old = isCreated ? ((await act.statedFor(200)) ?? (await act.statedFor(204))) : undefined;
  return change({ ...act, answered: old ?? answered });
}

/** It is kept when the answer is made: one that cannot be shown would spoil each list. */
async function create(act: Act): Promise<Answered> {
  const { context, thing, place, operation } = act;
  const said = await saidIn(act);
  const stated = await withStatus(act, 201);
  const chosen = place.id ?? chosenId(act, said);
  const conflict = isTaken(act, chosen) ? await act.statedFor(409) : undefined;
  if (conflict !== undefined) return conflict;
  const id = chosen ?? makeId(context, thing, place.scope, shownId(act, said));
  const draft = draftOf(id, { ...defaultsOf(context.document.json, said.sent), ...said.body }, false);
  const answer = withLocation(act, id, answerWith(context, operation, thing, draft, stated));
  context.store.add(thing, place.scope, draft);
  return answer;
}

/** The identifier that the body has, where it may have one. */
function chosenId({ context, thing }: Act, { answer, sent, body }: Said): Id | undefined {
  const declared = [...viewOf(context.document.json, sent).properties.keys()];
  const wanted =
    declared.find((one) => one === answer.identifier) ??
    declared.find((one) => bareName(one) === bareName(thing.parameter.name));
  return wanted === undefined ? undefined : asId(body[wanted]);
}

/** Whether there is one of that identifier already, where the path does not name it. */
function isTaken({ context, thing, place }: Act, chosen: Id | undefined): boolean {
  const isChosen = place.id === undefined && chosen !== undefined;
  return isChosen && context.store.get(thing, place.scope, String(chosen)) !== undefined;
}

/** The identifier that the example of the answer has. */
function shownId({ answered }: Act, { answer }: Said): unknown {
  const example = partAt(frameOf(answered), answer.path);
  return answer.identifier !== undefined && isObject(example) ? example[answer.identifier] : undefined;
}

/** Where the answer says by its header which thing there is now. */
function withLocation({ context, thing, place, operation }: Act, id: Id, answered: Answered): Answered {
  const isStated = headerOf(answered.answer.headers, "location") !== undefined;
  if (!isStated && thing.create?.identifier.from !== "location") return answered;
  const path = `${pathBefore(context.paths, operation)}${pathOf(thing, place, String(id))}`;
  const location: HeaderLine = ["Location", path];
  const others = answered.answer.headers.filter(([name]) => name.toLowerCase() !== "location");
  return { ...answered, answer: { ...answered.answer, headers: [...others, location] } };
}

/** The answer for something new is 201 where the document states it beside others. */
async function withStatus({ operation, answered, statedFor }: Act, status: number): Promise<Answered> {
  const isStated = operation.responses.some((one) => one.status === String(status));
  const isOther = isStated && answered.answer.status !== status;
  return (isOther ? await statedFor(status) : undefined) ?? answered;
}
