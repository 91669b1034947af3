import { isObject, type JsonObject, type Operation } from "@facsimile/document";
import { partAt } from "@facsimile/samples";
import type { Answered } from "../server/answering.js";
import { type HeaderLine, headerOf } from "../wire/exchange.js";
import { pathBefore } from "../wire/served-paths.js";
import type { Act } from "./act.js";
import { fitting } from "./fitting.js";
import { linkTo, pageBody } from "./page-body.js";
import { type Page, pageOf } from "./page-of.js";
import { frameOf, showThing, withBody } from "./show.js";
import type { Kept } from "./store.js";

export function list(act: Act): Answered {
  const { context, thing, place, operation, answered } = act;
  const frame = frameOf(answered);
  const example = thing.list === undefined ? undefined : partAt(frame, thing.list.place.path);
  if (thing.list === undefined || !Array.isArray(example)) return answered;
  const shape = thing.list.place;
  const model: JsonObject = example.find((one) => isObject(one)) ?? {};
  const isText = example.length > 0 && !example.some((one) => isObject(one));
  const show = (kept: Kept): JsonObject => showThing(context, thing, shape, kept, model);
  const url = urlOf(act);
  const listing = { document: context.document.json, operation, place: shape, query: url.searchParams, show };
  const page = pageOf(listing, context.store.all(thing, place.scope));
  const items = page.items.map((kept) => (isText ? kept.id : show(kept)));
  const body = pageBody(listing, frame, items, page, url);
  const fits = isText
    ? body
    : fitting(context, operation, body, { path: shape.path, isList: true, frame, example: model });
  return withBody(withoutLink(operation, answered), fits, linksOf(operation, page, url));
}

/** The URL that was asked for. */
function urlOf({ context, operation, request }: Act): URL {
  const host = headerOf(request.headers, "host") ?? "localhost";
  return new URL(`http://${host}${pathBefore(context.paths, operation)}${request.target}`);
}

function linksOf({ pagination }: Operation, { next }: Page, url: URL): readonly HeaderLine[] {
  const isLinked = pagination?.style === "link-header" && next !== undefined;
  return isLinked ? [["Link", `<${linkTo(next, url)}>; rel="next"`]] : [];
}

/** The link of the example leads to pages that are not there. */
function withoutLink({ pagination }: Operation, answered: Answered): Answered {
  if (pagination?.style !== "link-header") return answered;
  const headers = answered.answer.headers.filter(([name]) => name.toLowerCase() !== "link");
  return { ...answered, answer: { ...answered.answer, headers } };
}
