import { isObject, type JsonObject, type Operation, type SchemaUse } from "@facsimile/document";
import { partAt } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import type { Thing } from "../things/thing.js";
import type { RawRequest } from "../wire/exchange.js";
import type { StateContext } from "./context.js";
import type { Place } from "./place.js";
import { readBody } from "./read-body.js";
import { bodyShape, type Shape, taken } from "./shape.js";
import { bodyUse } from "./show.js";

/** An exchange that is about kept things, and the answer that was made of examples. */
export interface Act {
  readonly context: StateContext;
  readonly operation: Operation;
  readonly thing: Thing;
  readonly place: Place;
  readonly request: RawRequest;
  readonly answered: Answered;
  /** The answer that the document states for a status; undefined where it states none, or none that the client takes. */
  statedFor(status: number): Promise<Answered | undefined>;
}

/** What a request says of a thing. */
export interface Said {
  /** How the answer shows it. */
  readonly answer: Shape;
  /** What the body may say of it. */
  readonly sent: SchemaUse;
  /** What it says, as far as that is not the server's to say. */
  readonly body: JsonObject;
  /** Whether it says anything. */
  readonly isThere: boolean;
}

export async function saidIn({ context, operation, thing, request }: Act): Promise<Said> {
  const document = context.document.json;
  const answer = context.shapes.answer(operation, thing);
  const { path, use: sent } = bodyShape(document, operation, answer);
  const given = partAt(await readBody(request, document, bodyUse(operation)), path);
  const body = isObject(given) ? taken(document, sent, answer.use, given) : {};
  return { answer, sent, body, isThere: isObject(given) };
}
