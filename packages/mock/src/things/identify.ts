import { valueAt } from "@facsimile/document";
import { partAt } from "@facsimile/samples";
import { headerOf, type RawAnswer } from "../wire/exchange.js";
import { jsonOf } from "./answer-shape.js";
import { bareName } from "./names.js";
import { keyOf } from "./path-key.js";
import type { Creation, Thing } from "./thing.js";

/** What tells one thing from others: text, or a number as JSON has it. */
export type Id = string | number;

/** Which thing the answer to its creation is about. Undefined where it does not say. */
export function idIn(answer: RawAnswer, thing: Thing, { identifier }: Creation): Id | undefined {
  const stated =
    identifier.from === "link"
      ? evaluate(answer, identifier.expression)
      : identifier.from === "body"
        ? partAt(jsonOf(answer), identifier.path)
        : undefined;
  return asId(stated) ?? idOfLocation(answer, thing) ?? idAnywhere(jsonOf(answer), thing.names);
}

/** A runtime expression about an answer (OpenAPI 3.1.1, 4.8.20.3). */
function evaluate(answer: RawAnswer, expression: string): unknown {
  const header = /^\$response\.header\.(.+)$/.exec(expression)?.[1];
  if (header !== undefined) return headerOf(answer.headers, header);
  const pointer = /^\$response\.body#(.*)$/.exec(expression)?.[1];
  const body = jsonOf(answer);
  // What was parsed is JSON.
  return pointer === undefined || body === undefined
    ? undefined
    : valueAt(body as Parameters<typeof valueAt>[0], pointer);
}

/** `Location` may be a whole URL or a path, and has whatever the server has before its paths. */
export function idOfLocation({ headers }: RawAnswer, { key }: Thing): Id | undefined {
  const location = headerOf(headers, "location");
  if (location === undefined || !URL.canParse(location, "http://server.invalid")) return undefined;
  const given = new URL(location, "http://server.invalid").pathname.split("/").filter(Boolean);
  const wanted = keyOf(key).split("/").filter(Boolean);
  const own = given.slice(-wanted.length);
  const fits = own.length === wanted.length && wanted.every((one, index) => one === "{}" || one === own[index]);
  const last = own.at(-1);
  return fits && last !== undefined ? asId(decodeURIComponent(last)) : undefined;
}

/** The first of the names that the answer, or an object in it, has. */
function idAnywhere(body: unknown, names: readonly string[], depth = 0): Id | undefined {
  if (typeof body !== "object" || body === null || depth > 2) return undefined;
  const entries = Object.entries(body);
  for (const wanted of names) {
    const found = entries.find(([name, value]) => bareName(name) === wanted && asId(value) !== undefined);
    if (found !== undefined) return asId(found[1]);
  }
  return entries.map(([, value]) => idAnywhere(value, names, depth + 1)).find((id) => id !== undefined);
}

export function asId(value: unknown): Id | undefined {
  return typeof value === "number" || (typeof value === "string" && value !== "") ? value : undefined;
}
