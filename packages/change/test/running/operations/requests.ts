import type { Json, Parameter, SecurityAlternative } from "@facsimile/document";
import { languageOf } from "../bodies/languages.js";
import type { RandomValues } from "../random-values.js";
import { isRead, type MadeBody, makeBody } from "./bodies.js";
import { type Operation, type RunningEdition, sentValue } from "./edition.js";
import { isWritable, pairsOf, textOf, type Written } from "./written.js";

/** A request as it is sent. */
export interface MadeRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** What is meant by the body, where it is neither JSON nor a text. */
  readonly meant?: Json;
}

/** A part that the edition needs has no value that was hit upon, or one that nothing here writes. */
class Unmade extends Error {}

/** What values are made with. */
export interface Making {
  readonly random: RandomValues;
  /** A value that is taken wherever it fits. */
  readonly preferred: Json | undefined;
}

/** A request that an edition allows. Undefined where none can be made. */
export function makeRequest(edition: RunningEdition, operation: Operation, making: Making): MadeRequest | undefined {
  try {
    return requestOf(edition, operation, making);
  } catch (error) {
    if (error instanceof Unmade) return undefined;
    throw error;
  }
}

function requestOf(edition: RunningEdition, operation: Operation, making: Making): MadeRequest {
  const written = operation.parameters.flatMap((parameter) => writtenOf(edition, parameter, making));
  const [inPath, inQuery, inHeader, inCookie] = (["path", "query", "header", "cookie"] as const).map((place) =>
    written.filter((one) => one.in === place),
  ) as [Placed[], Placed[], Placed[], Placed[]];
  const credentials = credentialsOf(operation.security, making.random);
  const path = inPath.reduce(
    (whole, one) => whole.replaceAll(`{${one.name}}`, () => textOf(one, encodeURIComponent)),
    operation.path,
  );
  const query = [...inQuery.flatMap((one) => pairsOf(one, encodeURIComponent)), ...credentials.query].join("&");
  const cookies = [...inCookie.flatMap((one) => pairsOf(one, String)), ...credentials.cookies];
  const body = bodyOf(edition, operation, making);
  const headers = {
    ...Object.fromEntries(inHeader.map((one) => [one.name, textOf(one, String)])),
    ...credentials.headers,
    ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
    ...(body !== undefined && { "content-type": body.sent.header }),
  };
  const target = query === "" ? path : `${path}?${query}`;
  const isMeant = body !== undefined && languageOf(body.sent.header) !== undefined;
  const meant = isMeant ? { meant: body.value } : {};
  return { method: operation.method.toUpperCase(), target, headers, body: body?.sent.text, ...meant };
}

type Placed = Written & Pick<Parameter, "in">;

function writtenOf(edition: RunningEdition, parameter: Parameter, making: Making): readonly Placed[] {
  const { name, in: place, required, style, explode, mediaType, pointer } = parameter;
  const { random, preferred } = making;
  if (!required && random.chance(3)) return [];
  const subject = edition.subject(edition.at(pointer), "request");
  const value = mediaType === undefined ? sentValue(subject, random, isWritable, preferred) : undefined;
  if (value !== undefined) return [{ name, in: place, style, explode, value }];
  if (required) throw new Unmade(name);
  return [];
}

function bodyOf(
  edition: RunningEdition,
  { requestBody }: Operation,
  { random, preferred }: Making,
): MadeBody | undefined {
  if (requestBody === undefined || (!requestBody.required && random.chance(3))) return undefined;
  const types = requestBody.content.filter(({ name }) => isRead(name));
  if (types.length === 0) throw new Unmade("a body that nothing here writes");
  const { name, pointer } = random.pick(types);
  const made = makeBody({ edition, media: edition.at(pointer), direction: "request", type: name }, random, preferred);
  if (made === undefined && requestBody.required) throw new Unmade("a body");
  return made;
}

interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly string[];
  readonly cookies: readonly string[];
}

function credentialsOf(alternatives: readonly SecurityAlternative[], random: RandomValues): Credentials {
  const all = { headers: {} as Record<string, string>, query: [] as string[], cookies: [] as string[] };
  if (alternatives.length === 0) return all;
  for (const { scheme } of random.pick(alternatives)) {
    if (scheme.type === "apiKey" && scheme.in === "header") all.headers[scheme.parameterName] = "k";
    else if (scheme.type === "apiKey")
      all[scheme.in === "query" ? "query" : "cookies"].push(`${scheme.parameterName}=k`);
    else all.headers.authorization = scheme.type === "http" && scheme.scheme === "basic" ? "Basic YTpi" : "Bearer k";
  }
  return all;
}
