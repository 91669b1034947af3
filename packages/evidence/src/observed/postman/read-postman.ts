import { type Exchange, type ObservedAnswer, type Recording, RecordingError, typeIn } from "../exchange.js";
import { listAt, member, textAt } from "../json-member.js";
import { secretsInText } from "../secret-places.js";
import { type Collection, pairsIn } from "./collection.js";
import { credentialsOf } from "./credentials.js";
import { requestBody } from "./request-body.js";
import { addressOf } from "./request-url.js";
import { Variables } from "./variables.js";

/**
 * Reads a Postman collection of the format 2.0 or 2.1: each saved response is an exchange, and a request without any is an example of one. Folders hand their
 * credentials down.
 */
export function readPostman(json: unknown): Recording {
  // The API of Postman answers a collection inside an object.
  const [collection, at] =
    member(json, "collection") === undefined ? [json, ""] : [member(json, "collection"), "/collection"];
  if (Array.isArray(member(collection, "requests")))
    throw new RecordingError("it is a Postman collection of the format 1; export it as 2.1");
  if (!Array.isArray(member(collection, "item"))) throw new RecordingError('it has no list "item"');
  const variables = new Variables(collection);
  const secrets = [...variables.secrets];
  const learn = (texts: readonly string[]): void => {
    for (const text of texts) secrets.push(text);
  };
  const exchanges = itemsOf(collection, at).flatMap((item) => exchangesOf({ variables, learn }, item));
  return { kind: "Postman collection", exchanges, unresolved: variables.unresolved, secrets };
}

interface Item {
  readonly item: unknown;
  readonly pointer: string;
  readonly auth: unknown;
}

/** Every request of a collection, in its order. Folders may lie in one another as deep as they like, and hold as many as they like. */
function itemsOf(collection: unknown, at: string): readonly Item[] {
  const found: Item[] = [];
  const pending: Item[] = [{ item: collection, pointer: at, auth: undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { item, pointer } = next;
    const auth = member(item, "auth") ?? next.auth;
    if (member(item, "request") !== undefined) found.push({ item, pointer, auth });
    const inner = listAt(item, "item");
    for (let index = inner.length - 1; index >= 0; index -= 1)
      pending.push({ item: inner[index], pointer: `${pointer}/item/${index}`, auth });
  }
  return found;
}

function exchangesOf(collection: Collection, { item, pointer, auth }: Item): readonly Exchange[] {
  const own = member(item, "request");
  const saved = listAt(item, "response");
  if (saved.length === 0) return exchangeOf(collection, own, undefined, { pointer: `${pointer}/request`, auth });
  return saved.flatMap((response, index) => {
    const request = member(response, "originalRequest") ?? own;
    const answer = answerOf(collection, response);
    return exchangeOf(collection, request, answer, { pointer: `${pointer}/response/${index}`, auth });
  });
}

function exchangeOf(
  collection: Collection,
  request: unknown,
  answer: ObservedAnswer | undefined,
  { pointer, auth }: Pick<Item, "pointer" | "auth">,
): readonly Exchange[] {
  const whole = typeof request === "string" ? { url: request, method: "GET" } : request;
  const address = addressOf(collection, member(whole, "url"));
  if (address === undefined) return [];
  const credentials = credentialsOf(collection, member(whole, "auth") ?? auth);
  const headers = pairsIn(collection, whole, "header");
  const sent = {
    ...address,
    method: (textAt(whole, "method") ?? "GET").toUpperCase(),
    query: [...address.query, ...credentials.query],
    headers: [...headers, ...credentials.headers],
    credentials: credentials.kinds,
    body: requestBody(collection, member(whole, "body"), headers),
  };
  return [{ pointer, request: sent, answer }];
}

function answerOf(collection: Collection, response: unknown): ObservedAnswer | undefined {
  const status = Number(textAt(response, "code"));
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  const headers = pairsIn(collection, response, "header");
  collection.learn(listAt(response, "cookie").map((cookie) => textAt(cookie, "value") ?? ""));
  const text = textAt(response, "body") ?? "";
  collection.learn(secretsInText(text));
  const isJson = textAt(response, "_postman_previewlanguage") === "json" ? "application/json" : undefined;
  const body = text === "" ? undefined : { type: typeIn(headers) ?? isJson, text, fields: undefined };
  return { status, headers, body };
}
