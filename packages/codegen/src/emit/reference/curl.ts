import { isObject, type Json, type SecurityScheme, takesCredential } from "@facsimile/document";
import { fence } from "../markdown.js";
import { bodyKind } from "../media-type.js";
import type { OperationScope } from "../scope.js";
import { defaultServer, needsBaseUrl, ownServer } from "../server.js";
import { isBytes } from "../types/place.js";
import type { ExampleRequest } from "./example-request.js";

/** What a word of a shell is made of: a text that means only itself, or the value of an environment variable. */
type Word = readonly (string | { readonly variable: string })[];

/** The file whose bytes are sent. */
const file = "file";

/** The same request by curl. Credentials are those of the first alternative, in environment variables. */
export function curlFence(scope: OperationScope, request: ExampleRequest): string {
  const { operation } = scope;
  const credentials = (operation.security[0] ?? []).map(({ scheme }) => scheme).filter(takesCredential);
  const method = operation.method.toUpperCase();
  const url = `${placeOf(scope)}${request.target}`;
  const words: readonly string[] = [
    ...(method === "GET" ? [] : [method === "HEAD" ? "--head" : `--request ${shellSafe(method)}`]),
    ...credentials.flatMap(credentialOption),
    ...request.headers.map(([name, value]) => option("--header", `${name}: ${value}`)),
    ...request.cookies.map(([name, value]) => option("--cookie", `${name}=${value}`)),
    ...bodyOptions(scope, request),
    urlWord(url, credentials),
  ];
  return fence("sh", `curl ${words.join(" \\\n  ")}`);
}

/** An option is written as it is, and what it takes in quotes. */
function option(name: string, ...value: Word): string {
  return `${name} ${quotedWord(value)}`;
}

/** A text with variables: in double quotes where nothing in it means more there, else each piece by itself. */
function quotedWord(value: Word): string {
  const isPlain = value.every((part) => typeof part !== "string" || /^[\w :/.,=?&%@+~-]*$/.test(part));
  if (value.every((part) => typeof part === "string") || !isPlain)
    return value.map((part) => (typeof part === "string" ? quoted(part) : `"$${part.variable}"`)).join("");
  const parts = value.map((part, index) => {
    if (typeof part === "string") return part;
    const next = value[index + 1];
    return typeof next === "string" && /^\w/.test(next) ? `\${${part.variable}}` : `$${part.variable}`;
  });
  return `"${parts.join("")}"`;
}

/** Everything between single quotes means itself in a POSIX shell (Shell Command Language, 2.2.2), but for them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function shellSafe(method: string): string {
  return /^[A-Z-]+$/.test(method) ? method : quoted(method);
}

/** Where an operation goes, without a slash at the end. Variables have their defaults. */
function placeOf(scope: OperationScope): string {
  const own = ownServer(scope);
  const base = needsBaseUrl(scope)
    ? `https://api.example.com${defaultServer(scope)?.url ?? ""}`
    : filled(defaultServer(scope));
  const place = own === undefined ? base : filled(own);
  const url = URL.canParse(place) ? place : `${base.replace(/\/$/, "")}/${place.replace(/^\//, "")}`;
  return url.replace(/(?<!\/)\/+$/, "");
}

function filled(server: ReturnType<typeof ownServer>): string {
  return (server?.variables ?? []).reduce(
    (url, { name, default: value }) => url.replaceAll(`{${name}}`, () => value),
    server?.url ?? "",
  );
}

function credentialOption(scheme: SecurityScheme): readonly string[] {
  if (scheme.type === "apiKey") {
    const { in: place, parameterName: name, valuePrefix = "" } = scheme;
    if (place === "query") return [];
    const key = { variable: "API_KEY" };
    return place === "header"
      ? [option("--header", `${name}: ${valuePrefix}`, key)]
      : [option("--cookie", `${name}=${valuePrefix}`, key)];
  }
  if (scheme.type === "http" && scheme.scheme === "basic")
    return [option("--user", { variable: "API_USER" }, ":", { variable: "API_PASSWORD" })];
  const type = scheme.type === "http" ? scheme.scheme : "bearer";
  const name = `${type.charAt(0).toUpperCase()}${type.slice(1)}`;
  return [option("--header", `Authorization: ${name} `, { variable: "API_TOKEN" })];
}

function urlWord(url: string, credentials: readonly SecurityScheme[]): string {
  const keys = credentials.flatMap((scheme) => (scheme.type === "apiKey" && scheme.in === "query" ? [scheme] : []));
  const word: (string | { readonly variable: string })[] = [url];
  let mark = url.includes("?") ? "&" : "?";
  for (const { parameterName, valuePrefix = "" } of keys) {
    word.push(`${mark}${encodeURIComponent(parameterName)}=${encodeURIComponent(valuePrefix)}`, {
      variable: "API_KEY",
    });
    mark = "&";
  }
  return quotedWord(joinTexts(word));
}

/** Texts that follow one another are one. */
function joinTexts(word: Word): Word {
  const joined: (string | { readonly variable: string })[] = [];
  for (const part of word) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function bodyOptions(scope: OperationScope, { body }: ExampleRequest): readonly string[] {
  if (body === undefined) return [];
  const { mediaType, value } = body;
  const type = option("--header", `Content-Type: ${mediaType}`);
  switch (bodyKind(mediaType)) {
    case "json":
      return [type, option("--data-raw", JSON.stringify(value, undefined, 2))];
    case "urlencoded":
      return pairsOf(value).map(([name, text]) => option("--data-urlencode", `${encodeURIComponent(name)}=${text}`));
    case "multipart":
      return pairsOf(value).map(([name, text]) =>
        isFile(scope, mediaType, name)
          ? option("--form", `${formName(name)}=@${file}`)
          : option("--form-string", `${formName(name)}=${text}`),
      );
    case "text":
      return [type, option("--data-raw", textOf(value))];
    default:
      return [type, option("--data-binary", `@${file}`)];
  }
}

/** curl takes what comes before the first sign of equality for the name. */
function formName(name: string): string {
  return name.replaceAll("=", "%3D");
}

/** The fields of a form: a list repeats its name, an object is JSON. */
function pairsOf(value: Json): readonly (readonly [string, string])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]): readonly (readonly [string, string])[] =>
    Array.isArray(part) ? part.map((item: Json) => [name, textOf(item)] as const) : [[name, textOf(part)]],
  );
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isFile({ types, operation }: OperationScope, mediaType: string, name: string): boolean {
  const schema = operation.requestBody?.content.find((one) => one.name === mediaType)?.schema;
  if (schema === undefined) return false;
  // The schemas of a document that was loaded are JSON.
  const view = types.schemas.view([{ value: schema.json as Json, pointer: "" }], (alternatives) => alternatives);
  const property = types.schemas.view(view.properties.get(name) ?? [], (alternatives) => alternatives);
  const item = types.schemas.view(property.items, (alternatives) => alternatives);
  return [...property.parts, ...item.parts].some(({ keywords }) => isBytes(keywords));
}
