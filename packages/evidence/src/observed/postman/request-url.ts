import type { ObservedRequest } from "../exchange.js";
import { listAt, member, textAt } from "../json-member.js";
import { isPlaceholder, known } from "../placeholder.js";
import { isSensitivePair, secretsInUrl } from "../secret-places.js";
import { decoded, pairsOf, segmentsOf, splitUrl } from "../url-parts.js";
import { type Collection, pairsIn } from "./collection.js";

type Address = Pick<ObservedRequest, "host" | "hostVariable" | "path" | "query">;

/** Where a request goes: a text, or its parts. Undefined where nothing says so. */
export function addressOf(collection: Collection, url: unknown): Address | undefined {
  const { variables, learn } = collection;
  const raw = textAt({ url }, "url") ?? textAt(url, "raw") ?? joined(url);
  if (raw === undefined) return undefined;
  const resolved = variables.resolve(raw);
  learn(secretsInUrl(resolved));
  const { host, path, query } = splitUrl(resolved);
  const [leading] = /^\{\{[^{}/]*\}\}/.exec(path) ?? [];
  const isKnown = host !== undefined && !isPlaceholder(host);
  const listed = Array.isArray(member(url, "query"))
    ? pairsIn(collection, url, "query")
    : pairsOf(query).map(([name, value]) => [name, known(value)] as const);
  return {
    host: isKnown ? host : undefined,
    hostVariable: isKnown ? undefined : (host ?? leading),
    path: pathOf(collection, url, path.slice(leading?.length ?? 0)),
    query: listed,
  };
}

/** The parts of a path, in which `:name` stands for a value. */
function pathOf({ variables, learn }: Collection, url: unknown, path: string): readonly (string | undefined)[] {
  const values = new Map<string, string>();
  for (const item of listAt(url, "variable")) {
    const [name, value] = [textAt(item, "key") ?? "", variables.resolve(textAt(item, "value") ?? "")];
    if (isSensitivePair(name)) learn([value]);
    values.set(name, value);
  }
  return segmentsOf(path).map((segment) => {
    const named = segment.startsWith(":") ? (values.get(segment.slice(1)) ?? "") : segment;
    return (named === "" && segment !== "") || isPlaceholder(decoded(named)) ? undefined : decoded(named);
  });
}

/** A URL of parts alone. */
function joined(url: unknown): string | undefined {
  const host = listAt(url, "host").map(String).join(".");
  const path = listAt(url, "path").map((part) => textAt({ part }, "part") ?? textAt(part, "value") ?? "");
  if (host === "" && path.length === 0) return undefined;
  const scheme = host.startsWith("{{") ? "" : `${textAt(url, "protocol") ?? "https"}://`;
  return `${scheme}${host}/${path.join("/")}`;
}
