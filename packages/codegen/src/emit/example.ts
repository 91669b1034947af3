import { type Api, type Parameter, takesCredential } from "@facsimile/document";
import type { Code } from "../print/index.js";
import { code, entry, identifier, isIdentifier, literal, objectLiteral } from "../print/index.js";
import { inputNeed } from "./input.js";
import { type OperationScope, operationScopes, type Scope } from "./scope.js";
import { baseKey, needsBaseUrl } from "./server.js";
import { serverVariables } from "./server-options.js";

/** `{ path: { userID: "…" }, body }`: the least that an operation has to be given. What its body is, the reader knows. Empty where it needs nothing. */
export function exampleInput({ operation }: OperationScope): Code | undefined {
  if (inputNeed(operation) !== "required") return undefined;
  const groups = (["path", "query", "header", "cookie"] as const).flatMap((place) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place && parameter.required);
    return parameters.length === 0
      ? []
      : entry(place, objectLiteral(parameters.map((parameter) => entry(parameter.name, exampleValue(parameter)))));
  });
  return objectLiteral([...groups, operation.requestBody?.required ? code`body` : undefined]);
}

function exampleValue({ schema }: Parameter): Code {
  const { json } = schema;
  if (typeof json === "boolean") return literal("…");
  const values: unknown[] = [
    json.example,
    ...(Array.isArray(json.examples) ? json.examples : []),
    json.default,
    ...(Array.isArray(json.enum) ? json.enum : []),
  ];
  const given = values.find(
    (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean",
  );
  if (typeof given === "string" || typeof given === "number" || typeof given === "boolean") return literal(given);
  return literal(json.type === "integer" || json.type === "number" ? 1 : json.type === "boolean" ? true : "…");
}

/**
 * The options that a client needs at least: credentials, and where the API is. Empty where it needs none.
 *
 * @param given - the credentials; those of the first alternative by default
 * @param besides - what is shown of the other options
 */
export function exampleOptions(
  scope: OperationScope,
  given: Code | undefined = exampleCredentials(scope),
  besides: readonly Code[] = [],
): Code | undefined {
  const variables = serverVariables(scope).flatMap(({ name, uses }) => {
    const required = uses.find(({ variable }) => variable.required);
    return required === undefined ? [] : entry(name, literal(required.variable.default));
  });
  const options = [
    needsBaseUrl(scope) ? exampleBase(scope) : undefined,
    variables.length === 0 ? undefined : entry("server", objectLiteral(variables)),
    given === undefined ? undefined : entry("credentials", given),
    ...besides,
  ];
  return options.every((option) => option === undefined) ? undefined : objectLiteral(options);
}

/** Those of the first alternative. */
function exampleCredentials({ operation }: OperationScope): Code | undefined {
  const schemes = (operation.security[0] ?? []).map(({ scheme }) => scheme).filter(takesCredential);
  const credentials = schemes.map((scheme) => {
    const basic = scheme.type === "http" && scheme.scheme === "basic";
    return entry(
      scheme.credential,
      basic
        ? objectLiteral([code`username`, code`password`])
        : code`${identifier(scheme.type === "apiKey" ? "apiKey" : "token")}`,
    );
  });
  return credentials.length === 0 ? undefined : objectLiteral(credentials);
}

/** Where operations have servers of their own, a base URL alone would move those too. */
function exampleBase(scope: OperationScope): Code {
  const place = literal("https://api.example.com");
  return scope.servers.others.length === 0
    ? entry("baseUrl", place)
    : entry("baseUrls", objectLiteral([entry(baseKey(scope), place)]));
}

/** The name of the variable that holds a client in examples: `sendauth`, and `api` where the examples mean something else by that. */
export function variableName({ names }: Api): string {
  const { client, factory } = names;
  const name = /^[A-Z0-9]+$/.test(client) ? client.toLowerCase() : client.charAt(0).toLowerCase() + client.slice(1);
  return isIdentifier(name) && !exampleNames.has(name) && name !== factory ? name : "api";
}

/** What an example calls a function that it imports. */
export function exampleName(name: string): string {
  return isIdentifier(name) && !exampleNames.has(name) ? name : `${name}_`;
}

/** What examples call things. */
const exampleNames: ReadonlySet<string> = new Set([
  "answers",
  "apiKey",
  "body",
  "client",
  "console",
  "item",
  "Object",
  "password",
  "result",
  "token",
  "username",
  "value",
]);

/** The operation that the examples call: the first that reads, one without required input before others. */
export function exampleOperation(scope: Scope): OperationScope | undefined {
  const all = operationScopes(scope);
  const reading = all.filter(({ operation }) => operation.method === "get");
  return reading.find(({ operation }) => inputNeed(operation) !== "required") ?? reading[0] ?? all[0];
}
