import { type Api, isObject } from "@facsimile/document";
import { decodeContent } from "../wire/content-coding.js";
import { decoded } from "../wire/decoded.js";
import { type HeaderLine, headerOf, type RawAnswer, type RawRequest } from "../wire/exchange.js";
import { matchServed, type ServedPaths } from "../wire/served-paths.js";
import { createRedactor } from "./redactor.js";

/** Names whose values are nobody's business, whatever the document says of them. */
const sensitive =
  /pass(?:word|wd|phrase|code)?$|secret|token|api[-_ ]?key|credential|authorization|cookie|session|signature|assertion|private[-_ ]?key|^(?:key|code|jwt|otp|pin|sig)$/i;

/** Knows every secret that it was shown, and leaves none of them in a text. */
export interface Secrets {
  /** Learns the credentials, cookies, tokens and passwords of an exchange. */
  learn(request: RawRequest, answer: RawAnswer | undefined): void;
  /** The text with a mark in place of each secret. */
  redact(text: string): string;
}

export function createSecrets(api: Pick<Api, "securitySchemes" | "operations">, paths: ServedPaths): Secrets {
  const { securitySchemes } = api;
  const declared = new Set(
    securitySchemes.flatMap((one) => (one.type === "apiKey" ? [one.parameterName.toLowerCase()] : [])),
  );
  const isSensitive = (name: string): boolean => declared.has(name.toLowerCase()) || sensitive.test(name);
  const redactor = createRedactor();
  return {
    learn(request, answer) {
      redactor.hide([
        ...secretsOfQuery(request.target.split("?").slice(1).join("?"), isSensitive),
        ...secretsOfPath(request, api, paths, isSensitive),
        ...secretsOfMessage(request, isSensitive),
        ...(answer === undefined ? [] : secretsOfMessage(answer, isSensitive)),
      ]);
    },
    redact: redactor.redact,
  };
}

type IsSensitive = (name: string) => boolean;

function secretsOfMessage(
  { headers, body }: Pick<RawAnswer, "headers" | "body">,
  isSensitive: IsSensitive,
): readonly string[] {
  return [
    ...headers.flatMap((line) => secretsOfHeader(line, isSensitive)),
    ...secretsOfBody(headers, body, isSensitive),
  ];
}

function secretsOfHeader([name, value]: HeaderLine, isSensitive: IsSensitive): readonly string[] {
  if (/^(?:set-)?cookie$/i.test(name)) return secretsOfCookies(name, value);
  if (!isSensitive(name)) return [];
  const [, ...rest] = value.trim().split(/\s+/);
  const credential = rest.join(" ");
  return [value, credential, ...fromBase64(credential)];
}

/** Every pair of `Cookie`; of `Set-Cookie` the first, for what follows are attributes (RFC 6265, 4.1.1). */
function secretsOfCookies(name: string, value: string): readonly string[] {
  const pairs = value.split(";").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
  return name.length === "cookie".length ? pairs : pairs.slice(0, 1);
}

/** User and password of a basic credential: the password, and both. */
function fromBase64(credential: string): readonly string[] {
  const text = Buffer.from(credential, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? [] : [text, text.slice(colon + 1)];
}

/** What a path parameter has whose name says so, and segments that look like tokens whatever they are called. */
function secretsOfPath(
  { method, target }: RawRequest,
  api: Pick<Api, "operations">,
  paths: ServedPaths,
  isSensitive: IsSensitive,
): readonly string[] {
  const path = target.split("?", 1)[0] ?? "";
  const { match } = matchServed(api, paths, method, path);
  const named = match.kind === "operation" ? [...match.path].filter(([name]) => isSensitive(name)) : [];
  const texts = [...named.map(([, text]) => text), ...path.split("/").filter(looksLikeToken)];
  return texts.flatMap((text) => [text, decoded(text)]);
}

/** A JSON Web Token, what has the prefix of a well-known kind of key, or a long row of letters and digits that is no UUID. */
function looksLikeToken(segment: string): boolean {
  const isRow = /^[\w~.+=-]{24,}$/.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment);
  if (/^eyJ[\w-]+\.[\w-]+\./.test(segment) || /^(?:sk|pk|rk|ghp|gho|ghs|xox[abprs]|AKIA)[_-]?\w{8,}/.test(segment))
    return true;
  return isRow && !/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(segment) && longestRow(segment) >= 20;
}

/** The most letters and digits without anything between: words with hyphens have few. */
function longestRow(segment: string): number {
  return Math.max(...segment.split(/[^a-z\d]/i).map(({ length }) => length));
}

function secretsOfQuery(query: string, isSensitive: IsSensitive): readonly string[] {
  return [...new URLSearchParams(query)].filter(([name]) => isSensitive(name)).map(([, value]) => value);
}

function secretsOfBody(headers: readonly HeaderLine[], body: Buffer, isSensitive: IsSensitive): readonly string[] {
  const bytes = decodeContent(headers, body);
  if (typeof bytes === "string" || bytes.length === 0) return [];
  const text = bytes.toString("utf8");
  if (headerOf(headers, "content-type")?.includes("urlencoded") === true) return secretsOfQuery(text, isSensitive);
  try {
    return secretsOfJson(JSON.parse(text), isSensitive);
  } catch {
    return [];
  }
}

function secretsOfJson(value: unknown, isSensitive: IsSensitive, isInside = false): readonly string[] {
  if (typeof value === "string") return isInside ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => secretsOfJson(item, isSensitive, isInside));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    secretsOfJson(item, isSensitive, isInside || isSensitive(name)),
  );
}
