import type { Pairs } from "../exchange.js";
import { listAt, member, textAt } from "../json-member.js";
import { isPlaceholder } from "../placeholder.js";
import type { Collection } from "./collection.js";

/** What a request's credentials put into it. */
export interface Credentials {
  /** The kinds of those that say what they are, as `basic`. */
  readonly kinds: readonly string[];
  /** The names under which keys travel. Their values are nobody's business. */
  readonly headers: Pairs;
  readonly query: Pairs;
}

/** The credentials that a request, or a folder around it, states. */
export function credentialsOf(collection: Collection, auth: unknown): Credentials {
  const type = textAt(auth, "type") ?? "noauth";
  const settings = settingsOf(collection, auth, type);
  for (const [key, value] of settings) if (!plain.has(key) && !isPlaceholder(value)) collection.learn([value]);
  if (type === "apikey") {
    const name = settings.get("key") ?? "";
    const pairs: Pairs = name === "" || isPlaceholder(name) ? [] : [[name, undefined]];
    const isQuery = settings.get("in") === "query";
    return { kinds: [], headers: isQuery ? [] : pairs, query: isQuery ? pairs : [] };
  }
  const kind = kinds[type];
  return { kinds: kind === undefined ? [] : [kind], headers: [], query: [] };
}

const kinds: Readonly<Record<string, string>> = {
  basic: "basic",
  bearer: "bearer",
  oauth2: "bearer",
  digest: "digest",
};

/** Settings of credentials that are no secrets. All others are. */
const plain = new Set(
  "in key addTokenTo tokenType headerPrefix grant_type tokenName algorithm authUrl accessTokenUrl scope".split(" "),
);

/** A list of keys and values in the format 2.1, an object in 2.0. */
function settingsOf({ variables }: Collection, auth: unknown, type: string): ReadonlyMap<string, string> {
  const inner = member(auth, type);
  const entries = Array.isArray(inner)
    ? listAt(auth, type).map((item) => [textAt(item, "key") ?? "", textAt(item, "value") ?? ""] as const)
    : Object.keys(typeof inner === "object" && inner !== null ? inner : {}).map(
        (key) => [key, textAt(inner, key) ?? ""] as const,
      );
  return new Map(entries.map(([key, value]) => [key, variables.resolve(value)]));
}
