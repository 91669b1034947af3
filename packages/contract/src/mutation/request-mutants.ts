import {
  type Api,
  isJson,
  type Operation,
  type Parameter,
  type SecurityScheme,
  takesCredential,
} from "@facsimile/document";
import { type HeaderLine, headerOf, type RawRequest } from "@facsimile/mock/wire";
import type { RequestMutant } from "./mutant.js";

type Change = (request: RawRequest) => RawRequest;

/** Faults of the request on its way, for each operation. */
export function requestMutants(api: Api): readonly RequestMutant[] {
  return api.operations.flatMap((operation) => [
    ...general(operation),
    ...operation.parameters.flatMap((parameter) => ofParameter(operation, parameter)),
    ...schemesOf(operation).flatMap((scheme) => ofScheme(operation, scheme)),
    ...ofBody(operation),
  ]);
}

function mutant(operation: Operation, operator: string, what: string, pointer: string, change: Change): RequestMutant {
  return { family: "request", name: `${operation.id}: ${what}`, operator, operation, pointer, change };
}

function general(operation: Operation): RequestMutant[] {
  const make = (operator: string, change: Change): RequestMutant =>
    mutant(operation, operator, operator, operation.pointer, change);
  return [
    make("wrong method", (request) => ({ ...request, method: request.method === "PATCH" ? "PUT" : "PATCH" })),
    make("path cut", (request) => withPath(request, (path) => path.replace(/(?<![^/])[^/]+\/?$/, ""))),
    make("path doubled", (request) => withPath(request, (path) => `${path}/extra`)),
    make("encoded twice", (request) => ({ ...request, target: request.target.replaceAll("%", "%25") })),
    make("query parameter added", (request) => withQuery(request, (pairs) => [...pairs, "undeclared=1"])),
    make("accept dropped to another type", (request) => setHeader(request, "accept", "text/x-unheard-of")),
  ]
    .filter(({ operator }) => operator !== "encoded twice" || hasFreeText(operation))
    .filter(
      ({ operator }) => !operator.startsWith("accept") || operation.responses.some(({ content }) => content.length > 0),
    );
}

function hasFreeText({ parameters }: Operation): boolean {
  return parameters.some(
    ({ in: place, schema: { json } }) =>
      (place === "path" || place === "query") &&
      typeof json === "object" &&
      json.type === "string" &&
      json.enum === undefined,
  );
}

function ofParameter(operation: Operation, parameter: Parameter): RequestMutant[] {
  const { in: place, name, pointer } = parameter;
  const make = (operator: string, change: Change): RequestMutant =>
    mutant(operation, `${place} parameter ${operator}`, `${place} parameter ${name} ${operator}`, pointer, change);
  if (place === "header") {
    return [
      make("dropped", (request) => dropHeader(request, name)),
      make("renamed", (request) => renameHeader(request, name)),
      make("changed", (request) => changeHeader(request, name)),
    ];
  }
  if (place !== "query")
    return place === "path" ? [make("changed", (request) => changeSegment(request, operation, name))] : [];
  const isPair = (pair: string): boolean => decodeURIComponent(pair.split("=")[0] ?? "") === name;
  const mapPair =
    (change: (pair: string) => string[]): Change =>
    (request) =>
      withQuery(request, (pairs) => pairs.flatMap((pair) => (isPair(pair) ? change(pair) : [pair])));
  const json = typeof parameter.schema.json === "object" ? parameter.schema.json : {};
  return [
    make(
      "dropped",
      mapPair(() => []),
    ),
    make(
      "renamed",
      mapPair((pair) => [pair.replace(/^[^=]*/, (key) => `${key}X`)]),
    ),
    make(
      "changed",
      mapPair((pair) => [`${pair}9`]),
    ),
    make(
      "repeated",
      mapPair((pair) => [pair, pair]),
    ),
    make(
      "emptied",
      mapPair((pair) => [pair.replace(/=.*/, "=")]),
    ),
    ...(json.type === "array"
      ? [make("with its style flipped", (request) => withQuery(request, (pairs) => flipStyle(pairs, isPair)))]
      : []),
  ];
}

/** Repeated pairs become one with commas, and the other way round; one value alone becomes a bracketed name. */
function flipStyle(pairs: readonly string[], isPair: (pair: string) => boolean): string[] {
  const own = pairs.filter(isPair);
  const values = own.map((pair) => pair.replace(/^[^=]*=/, ""));
  const name = own[0]?.split("=")[0] ?? "";
  const others = pairs.filter((pair) => !isPair(pair));
  if (own.length > 1) return [...others, `${name}=${values.join(",")}`];
  const pieces = (values[0] ?? "").split(/,|%2C/i);
  return own.length === 0
    ? [...pairs]
    : [...others, ...(pieces.length > 1 ? pieces.map((piece) => `${name}=${piece}`) : [`${name}[]=${pieces[0]}`])];
}

function ofScheme(operation: Operation, scheme: SecurityScheme): RequestMutant[] {
  const make = (operator: string, change: Change): RequestMutant =>
    mutant(operation, `credential ${operator}`, `credential ${scheme.name} ${operator}`, operation.pointer, change);
  if (scheme.type === "apiKey" && scheme.in === "query") {
    const isKey = (pair: string): boolean => pair.startsWith(`${scheme.parameterName}=`);
    return [
      make("dropped", (request) => withQuery(request, (pairs) => pairs.filter((pair) => !isKey(pair)))),
      make("changed", (request) =>
        withQuery(request, (pairs) => pairs.map((pair) => (isKey(pair) ? `${pair}x` : pair))),
      ),
      make("renamed", (request) =>
        withQuery(request, (pairs) => pairs.map((pair) => (isKey(pair) ? `x${pair}` : pair))),
      ),
    ];
  }
  const header =
    scheme.type === "apiKey" ? (scheme.in === "cookie" ? "Cookie" : scheme.parameterName) : "Authorization";
  return [
    make("dropped", (request) => dropHeader(request, header)),
    make("changed", (request) => changeHeader(request, header)),
    make("moved to another header", (request) => renameHeader(request, header)),
  ];
}

function schemesOf({ security }: Operation): SecurityScheme[] {
  return [...new Set(security.flat().map(({ scheme }) => scheme))].filter(takesCredential);
}

function ofBody(operation: Operation): RequestMutant[] {
  const { requestBody } = operation;
  if (requestBody === undefined) return [];
  const { pointer } = requestBody;
  const make = (operator: string, change: Change): RequestMutant =>
    mutant(operation, operator, operator, pointer, change);
  const json = requestBody.content.some(({ name }) => isJson(name));
  const whole = [
    make("body dropped", (request) =>
      dropHeader(dropHeader({ ...request, body: Buffer.alloc(0) }, "content-type"), "content-length"),
    ),
    make("body emptied", (request) => ({ ...request, body: Buffer.alloc(0) })),
    make("content type changed", (request) => setHeader(request, "content-type", "text/plain")),
    make("content type dropped", (request) => dropHeader(request, "content-type")),
  ];
  if (!json) return whole;
  return [
    ...whole,
    make("body cut", (request) => ({ ...request, body: request.body.subarray(0, request.body.length - 1) })),
    make("body property added", (request) =>
      withJson(request, (value) => (isRecord(value) ? { ...value, undeclared: 1 } : [value, "undeclared"])),
    ),
    make("body property dropped", (request) =>
      withJson(request, (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(1)) : [])),
    ),
    make("body property renamed", (request) =>
      withJson(request, (value) =>
        isRecord(value)
          ? Object.fromEntries(
              Object.entries(value).map(([name, one], index) => [index === 0 ? `${name}X` : name, one]),
            )
          : { value },
      ),
    ),
    make("body wrapped", (request) => withJson(request, (value) => ({ body: value }))),
    make("body encoded twice", (request) => withJson(request, (value) => JSON.stringify(value))),
  ];
}

function withPath(request: RawRequest, change: (path: string) => string): RawRequest {
  const [path = "", ...query] = request.target.split("?");
  return { ...request, target: [change(path), ...query].join("?") };
}

function withQuery(request: RawRequest, change: (pairs: readonly string[]) => readonly string[]): RawRequest {
  const [path = "", ...query] = request.target.split("?");
  const text = query.join("?");
  const pairs = change(text === "" ? [] : text.split("&"));
  return { ...request, target: pairs.length === 0 ? path : `${path}?${pairs.join("&")}` };
}

function changeSegment(request: RawRequest, { path }: Operation, name: string): RawRequest {
  // The path of the server comes first, so that segments are counted from the end.
  const fromEnd = path
    .split("/")
    .reverse()
    .findIndex((segment) => segment.includes(`{${name}}`));
  return withPath(request, (given) => {
    const segments = given.split("/");
    const index = segments.length - 1 - fromEnd;
    return segments.map((segment, position) => (position === index ? `${segment}X` : segment)).join("/");
  });
}

function mapHeader(request: RawRequest, name: string, change: (line: HeaderLine) => HeaderLine[]): RawRequest {
  return {
    ...request,
    headers: request.headers.flatMap((line) => (line[0].toLowerCase() === name.toLowerCase() ? change(line) : [line])),
  };
}

function dropHeader(request: RawRequest, name: string): RawRequest {
  return mapHeader(request, name, () => []);
}

function renameHeader(request: RawRequest, name: string): RawRequest {
  return mapHeader(request, name, ([written, value]) => [[`X-Was-${written}`, value]]);
}

function changeHeader(request: RawRequest, name: string): RawRequest {
  return mapHeader(request, name, ([written, value]) => [[written, `${value}x`]]);
}

function setHeader(request: RawRequest, name: string, value: string): RawRequest {
  const kept = dropHeader(request, name);
  return headerOf(request.headers, name) === undefined
    ? request
    : { ...kept, headers: [...kept.headers, [name, value]] };
}

function withJson(request: RawRequest, change: (value: unknown) => unknown): RawRequest {
  if (request.body.length === 0) return request;
  const body = Buffer.from(JSON.stringify(change(JSON.parse(request.body.toString("utf8")))));
  return { ...setHeader(request, "content-length", String(body.length)), body };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
