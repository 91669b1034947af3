import {
  type Exchange,
  type ObservedAnswer,
  type ObservedBody,
  type ObservedRequest,
  type Pairs,
  type Recording,
  RecordingError,
} from "./exchange.js";
import { listAt, member, textAt } from "./json-member.js";
import { secretsInText } from "./read-har.js";
import { isSensitive, secretsInUrl } from "./secrets.js";
import { decoded, pairsOf, segmentsOf, splitUrl } from "./url-parts.js";
import { isPlaceholder, Variables } from "./variables.js";

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
  const reader = new PostmanReader(variables);
  const exchanges = itemsOf(collection, at).flatMap(({ item, pointer, auth }) => reader.exchanges(item, pointer, auth));
  return { kind: "Postman collection", exchanges, unresolved: variables.unresolved, secrets: reader.secrets };
}

interface Item {
  readonly item: unknown;
  readonly pointer: string;
  readonly auth: unknown;
}

/** Every request of a collection, in its order. Folders may lie in one another as deep as they like. */
function itemsOf(collection: unknown, at: string): readonly Item[] {
  const found: Item[] = [];
  const pending: Item[] = [{ item: collection, pointer: at, auth: undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { item, pointer } = next;
    const auth = member(item, "auth") ?? next.auth;
    if (member(item, "request") !== undefined) found.push({ item, pointer, auth });
    const inner = listAt(item, "item").map((each, index) => ({
      item: each,
      pointer: `${pointer}/item/${index}`,
      auth,
    }));
    pending.push(...inner.toReversed());
  }
  return found;
}

/** Settings of credentials that are no secrets. All others are. */
const plainSettings = new Set(
  "in key addTokenTo tokenType headerPrefix grant_type tokenName algorithm authUrl accessTokenUrl scope".split(" "),
);

class PostmanReader {
  readonly secrets: string[] = [];
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  exchanges(item: unknown, pointer: string, auth: unknown): readonly Exchange[] {
    const own = member(item, "request");
    const saved = listAt(item, "response");
    if (saved.length === 0) return this.#exchange(own, undefined, `${pointer}/request`, auth);
    return saved.flatMap((response, index) => {
      const request = member(response, "originalRequest") ?? own;
      return this.#exchange(request, this.#answer(response), `${pointer}/response/${index}`, auth);
    });
  }

  #exchange(request: unknown, answer: ObservedAnswer | undefined, pointer: string, auth: unknown): readonly Exchange[] {
    const whole = typeof request === "string" ? { url: request, method: "GET" } : request;
    const url = this.#url(member(whole, "url"));
    if (url === undefined) return [];
    const [credentials, pairs] = this.#credentials(member(whole, "auth") ?? auth);
    const headers = this.#pairs(whole, "header");
    return [
      {
        pointer,
        request: {
          method: (textAt(whole, "method") ?? "GET").toUpperCase(),
          ...url,
          query: [...url.query, ...pairs.query],
          headers: [...headers, ...pairs.headers],
          credentials,
          body: this.#body(member(whole, "body"), headers),
        },
        answer,
      },
    ];
  }

  #url(url: unknown): Pick<ObservedRequest, "host" | "path" | "query"> | undefined {
    const raw = textAt({ url }, "url") ?? textAt(url, "raw") ?? joined(url);
    if (raw === undefined) return undefined;
    const resolved = this.#variables.resolve(raw);
    this.secrets.push(...secretsInUrl(resolved));
    const { host, path, query } = splitUrl(resolved);
    const values = new Map(
      listAt(url, "variable").map((item) => [textAt(item, "key") ?? "", textAt(item, "value") ?? ""]),
    );
    const segments = segmentsOf(path.replace(/^\{\{[^{}/]*\}\}/, "")).map((segment) => {
      const named = segment.startsWith(":") ? this.#variables.resolve(values.get(segment.slice(1)) ?? "") : segment;
      return (named === "" && segment !== "") || isPlaceholder(decoded(named)) ? undefined : decoded(named);
    });
    const listed = Array.isArray(member(url, "query"))
      ? this.#pairs(url, "query")
      : pairsOf(query).map(([name, value]) => [name, known(value)] as const);
    return { host: host === undefined || isPlaceholder(host) ? undefined : host, path: segments, query: listed };
  }

  /** Postman keeps pairs that are switched off. Only those with a value were sent; what a variable without one stands for is not known. */
  #pairs(value: unknown, key: string): Pairs {
    const list = member(value, key);
    if (typeof list === "string")
      return headerLines(list).map(([name, text]) => [name, known(this.#variables.resolve(text))] as const);
    return listAt(value, key).flatMap((item) => {
      const name = textAt(item, "key");
      if (name === undefined || name === "" || member(item, "disabled") === true) return [];
      const text = this.#variables.resolve(textAt(item, "value") ?? "");
      if (isSensitive(name)) this.secrets.push(text);
      return [[name, known(text)] as const];
    });
  }

  #answer(response: unknown): ObservedAnswer | undefined {
    const status = Number(textAt(response, "code"));
    if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
    const headers = this.#pairs(response, "header");
    for (const cookie of listAt(response, "cookie")) this.secrets.push(textAt(cookie, "value") ?? "");
    const text = textAt(response, "body") ?? "";
    this.secrets.push(...secretsInText(text));
    const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
    const isJson = textAt(response, "_postman_previewlanguage") === "json" ? "application/json" : undefined;
    return { status, headers, body: text === "" ? undefined : { type: type ?? isJson, text, fields: undefined } };
  }

  #body(body: unknown, headers: Pairs): ObservedBody | undefined {
    const mode = textAt(body, "mode");
    if (mode === undefined || member(body, "disabled") === true) return undefined;
    const stated = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
    if (mode === "urlencoded" || mode === "formdata") {
      const fields = this.#pairs(body, mode);
      const type = mode === "urlencoded" ? "application/x-www-form-urlencoded" : "multipart/form-data";
      return fields.length === 0 ? undefined : { type, text: undefined, fields };
    }
    if (mode === "file") return { type: stated, text: undefined, fields: undefined };
    const text = this.#variables.resolve(textAt(body, "raw") ?? "");
    this.secrets.push(...secretsInText(text));
    const language = textAt(member(member(body, "options"), "raw"), "language");
    const type = stated ?? (language === "json" || mode === "graphql" ? "application/json" : undefined);
    return text.trim() === "" ? undefined : { type, text, fields: undefined };
  }

  /** The kind of a credential; a key says for itself under which name it travels. */
  #credentials(auth: unknown): readonly [readonly string[], { readonly headers: Pairs; readonly query: Pairs }] {
    const type = textAt(auth, "type") ?? "noauth";
    const settings = this.#settings(auth, type);
    for (const [key, value] of settings) if (!plainSettings.has(key) && !isPlaceholder(value)) this.secrets.push(value);
    const none = { headers: [], query: [] };
    if (type === "apikey") {
      const name = settings.get("key") ?? "";
      const pairs: Pairs = name === "" || isPlaceholder(name) ? [] : [[name, undefined]];
      return [[], settings.get("in") === "query" ? { ...none, query: pairs } : { ...none, headers: pairs }];
    }
    const kind: Readonly<Record<string, string>> = {
      basic: "basic",
      bearer: "bearer",
      oauth2: "bearer",
      digest: "digest",
    };
    return [kind[type] === undefined ? [] : [kind[type]], none];
  }

  /** A list of keys and values in the format 2.1, an object in 2.0. */
  #settings(auth: unknown, type: string): ReadonlyMap<string, string> {
    const inner = member(auth, type);
    const entries = Array.isArray(inner)
      ? listAt(auth, type).map((item) => [textAt(item, "key") ?? "", textAt(item, "value") ?? ""] as const)
      : Object.keys(typeof inner === "object" && inner !== null ? inner : {}).map(
          (key) => [key, textAt(inner, key) ?? ""] as const,
        );
    return new Map(entries.map(([key, value]) => [key, this.#variables.resolve(value)]));
  }
}

function known(text: string): string | undefined {
  return isPlaceholder(text) ? undefined : text;
}

/** A URL of parts alone. */
function joined(url: unknown): string | undefined {
  const host = listAt(url, "host").map(String).join(".");
  const path = listAt(url, "path").map((part) => textAt({ part }, "part") ?? textAt(part, "value") ?? "");
  if (host === "" && path.length === 0) return undefined;
  const scheme = host.startsWith("{{") ? "" : `${textAt(url, "protocol") ?? "https"}://`;
  return `${scheme}${host}/${path.join("/")}`;
}

/** Headers of the format 2.0 may be one text. */
function headerLines(text: string): readonly (readonly [string, string])[] {
  return text.split("\n").flatMap((line) => {
    const mark = line.indexOf(":");
    return mark < 1 ? [] : [[line.slice(0, mark).trim(), line.slice(mark + 1).trim()] as const];
  });
}
