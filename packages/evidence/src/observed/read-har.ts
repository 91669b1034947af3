import {
  type Exchange,
  type ObservedAnswer,
  type ObservedBody,
  type Pairs,
  type Recording,
  RecordingError,
  typeIn,
} from "./exchange.js";
import { listAt, member, textAt } from "./json-member.js";
import { isSensitivePair, secretsInText, secretsInUrl } from "./secret-places.js";
import { decoded, pairsOf, segmentsOf, splitUrl } from "./url-parts.js";

/** Reads a recording in the HTTP Archive format 1.2. Entries without a usable request are left out and counted by whoever asks for all. */
export function readHar(json: unknown): Recording {
  const log = member(json, "log");
  if (!Array.isArray(member(log, "entries"))) throw new RecordingError('it has no list "log.entries"');
  const entries = listAt(log, "entries");
  const exchanges = entries.flatMap((entry, index) => exchangeOf(entry, `/log/entries/${index}`));
  return { kind: "HAR", exchanges, unresolved: new Map(), secrets: entries.flatMap(secretsOf) };
}

function exchangeOf(entry: unknown, pointer: string): readonly Exchange[] {
  const request = member(entry, "request");
  const url = textAt(request, "url");
  const method = textAt(request, "method");
  if (url === undefined || method === undefined || !/^(https?:)?\/\/|^\//i.test(url)) return [];
  const { host, path, query } = splitUrl(url);
  const headers = pairsAt(request, "headers");
  const answer = member(entry, "response");
  const status = Number(textAt(answer, "status"));
  return [
    {
      pointer,
      request: {
        method: method.toUpperCase(),
        host,
        path: segmentsOf(path).map(decoded),
        query: pairsOf(query),
        headers,
        credentials: [],
        body: requestBody(member(request, "postData"), headers),
      },
      // A status of 0 is how browsers write down that no answer came.
      answer: Number.isInteger(status) && status >= 100 && status <= 599 ? answerOf(answer, status) : undefined,
    },
  ];
}

function pairsAt(value: unknown, key: string): Pairs {
  return listAt(value, key).flatMap((item) => {
    const name = textAt(item, "name");
    return name === undefined || name.startsWith(":") ? [] : [[name, textAt(item, "value") ?? ""] as const];
  });
}

function requestBody(data: unknown, headers: Pairs): ObservedBody | undefined {
  if (data === undefined || data === null) return undefined;
  const fields = pairsAt(data, "params");
  const text = plainText(data);
  if (fields.length === 0 && (text === undefined || text === "")) return undefined;
  return { type: typeOf(data, headers), text, fields: fields.length === 0 ? undefined : fields };
}

function answerOf(answer: unknown, status: number): ObservedAnswer {
  const headers = pairsAt(answer, "headers");
  const content = member(answer, "content");
  const text = plainText(content);
  const isThere = text !== undefined || Number(textAt(content, "size")) > 0;
  return { status, headers, body: isThere ? { type: typeOf(content, headers), text, fields: undefined } : undefined };
}

/** What a recorder has as the media type; some leave that to the header, and browsers have a word for none. */
function typeOf(data: unknown, headers: Pairs): string | undefined {
  const type = textAt(data, "mimeType") ?? "";
  return type === "" || type === "x-unknown" ? typeIn(headers) : type;
}

/** The text is often left out, or in Base64. */
function plainText(data: unknown): string | undefined {
  const text = textAt(data, "text");
  const isEncoded = text !== undefined && textAt(data, "encoding") === "base64";
  return isEncoded ? Buffer.from(text, "base64").toString("utf8") : text;
}

function secretsOf(entry: unknown): readonly string[] {
  const request = member(entry, "request");
  const answer = member(entry, "response");
  const named = [request, answer].flatMap((message) => [
    ...pairsAt(message, "headers").flatMap(([name, value]) => (isSensitivePair(name) ? [value ?? ""] : [])),
    ...listAt(message, "cookies").map((cookie) => textAt(cookie, "value") ?? ""),
  ]);
  const query = pairsAt(request, "queryString").flatMap(([name, value]) =>
    isSensitivePair(name) ? [value ?? ""] : [],
  );
  return [
    ...named,
    ...query,
    ...secretsInUrl(textAt(request, "url") ?? ""),
    ...bodySecrets(member(request, "postData")),
    ...bodySecrets(member(answer, "content")),
  ];
}

function bodySecrets(data: unknown): readonly string[] {
  return [
    ...pairsAt(data, "params").flatMap(([name, value]) => (isSensitivePair(name) ? [value ?? ""] : [])),
    ...secretsInText(plainText(data) ?? ""),
  ];
}
