import { type Exchange, type ObservedBody, type Pairs, type Recording, RecordingError } from "./exchange.js";
import { listAt, member, textAt } from "./json-member.js";
import { isSensitive, secretsInJson, secretsInUrl } from "./secrets.js";
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
        body: requestBody(member(request, "postData")),
      },
      // A status of 0 is how browsers write down that no answer came.
      answer:
        Number.isInteger(status) && status >= 100 && status <= 599
          ? { status, headers: pairsAt(answer, "headers"), body: answerBody(member(answer, "content")) }
          : undefined,
    },
  ];
}

function pairsAt(value: unknown, key: string): Pairs {
  return listAt(value, key).flatMap((item) => {
    const name = textAt(item, "name");
    return name === undefined || name.startsWith(":") ? [] : [[name, textAt(item, "value") ?? ""] as const];
  });
}

function requestBody(data: unknown): ObservedBody | undefined {
  if (data === undefined || data === null) return undefined;
  const fields = pairsAt(data, "params");
  const text = textAt(data, "text");
  if (fields.length === 0 && (text === undefined || text === "")) return undefined;
  return { type: textAt(data, "mimeType"), text, fields: fields.length === 0 ? undefined : fields };
}

/** The text of an answer is often left out, or in Base64. */
function answerBody(content: unknown): ObservedBody | undefined {
  const type = textAt(content, "mimeType");
  const text = textAt(content, "text");
  const size = Number(textAt(content, "size"));
  if (text === undefined && !(size > 0)) return undefined;
  const plain = text !== undefined && textAt(content, "encoding") === "base64" ? fromBase64(text) : text;
  return { type, text: plain, fields: undefined };
}

function fromBase64(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

function secretsOf(entry: unknown): readonly string[] {
  const request = member(entry, "request");
  const answer = member(entry, "response");
  const named = [request, answer].flatMap((message) => [
    ...pairsAt(message, "headers").flatMap(([name, value]) => (isSensitive(name) ? [value ?? ""] : [])),
    ...listAt(message, "cookies").map((cookie) => textAt(cookie, "value") ?? ""),
  ]);
  const query = pairsAt(request, "queryString").flatMap(([name, value]) => (isSensitive(name) ? [value ?? ""] : []));
  return [
    ...named,
    ...query,
    ...secretsInUrl(textAt(request, "url") ?? ""),
    ...bodySecrets(member(request, "postData")),
    ...bodySecrets(member(answer, "content")),
  ];
}

function bodySecrets(data: unknown): readonly string[] {
  const text = textAt(data, "text") ?? "";
  const plain = textAt(data, "encoding") === "base64" ? fromBase64(text) : text;
  return [
    ...pairsAt(data, "params").flatMap(([name, value]) => (isSensitive(name) ? [value ?? ""] : [])),
    ...secretsInText(plain),
  ];
}

/** The secrets of a body that is JSON or a form. */
export function secretsInText(text: string): readonly string[] {
  if (/^\s*[[{]/.test(text.slice(0, 200))) {
    try {
      return secretsInJson(JSON.parse(text));
    } catch {
      return [];
    }
  }
  const isForm = text.length < 100_000 && text.includes("=") && !/\s/.test(text);
  return isForm ? pairsOf(text).flatMap(([name, value]) => (isSensitive(name) ? [value] : [])) : [];
}
