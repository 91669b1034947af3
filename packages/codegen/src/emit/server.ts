import type { Server, ServerVariable } from "@facsimile/document";
import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import { arrayLiteral, code, comment, entry, keyword, literal, objectLiteral, union } from "../print/index.js";
import { runtimeValue } from "./runtime.js";
import type { Scope } from "./scope.js";

/** The server that a client uses where it is given no base URL: the first of the document. */
export function defaultServer({ api }: Scope): Server | undefined {
  return api.servers[0];
}

/** Whether a client has to be given its base URL, because the document has none. */
export function needsBaseUrl(scope: Scope): boolean {
  const server = defaultServer(scope);
  return server === undefined || !/^(?:https?:\/\/|\{)/i.test(server.url);
}

/** The server as the runtime reads it. */
export function serverLiteral(server: Server | undefined): Code {
  if (server === undefined) return code`undefined`;
  const variables = server.variables.map((variable) => entry(variable.name, variableLiteral(variable)));
  return objectLiteral([
    entry("url", literal(server.url)),
    ...(variables.length === 0
      ? []
      : [entry("variables", objectLiteral(variables)), entry("fill", runtimeValue("fillServer"))]),
  ]);
}

function variableLiteral({ default: value, enum: values, required }: ServerVariable): Code {
  return objectLiteral([
    required ? undefined : entry("default", literal(value)),
    values === undefined ? undefined : entry("enum", arrayLiteral(values.map(literal))),
  ]);
}

/** `baseUrl` of a client's options. */
export function baseUrlProperty(scope: Scope, required: boolean): PropertyType {
  const server = defaultServer(scope);
  const others = scope.api.servers
    .slice(1)
    .map(({ url, description }) => `- \`${url}\`${description === undefined ? "" : `: ${description}`}`);
  const fallback =
    server === undefined || needsBaseUrl(scope) ? "The document names no absolute URL." : `Default: \`${server.url}\`.`;
  const docs = comment(
    `Where the API is. ${fallback}`,
    others.length === 0 ? undefined : `Others that the document names:\n${others.join("\n")}`,
  );
  return { name: "baseUrl", type: keyword("string"), optional: !required, readonly: false, comment: docs };
}

/** `server` of a client's options: values of the variables in the server's URL. Undefined where it has none. */
export function serverProperty(scope: Scope): PropertyType | undefined {
  const { variables = [], url = "" } = defaultServer(scope) ?? {};
  if (variables.length === 0) return undefined;
  const type: ObjectType = { kind: "object", properties: variables.map(variableProperty), index: undefined };
  const optional = !variables.some(({ required }) => required);
  return {
    name: "server",
    type,
    optional,
    readonly: false,
    comment: comment(`Values of the variables in \`${url}\`.`),
  };
}

function variableProperty({ name, default: value, enum: values, description, required }: ServerVariable): PropertyType {
  const type =
    values === undefined ? keyword("string") : union(values.map((item): Type => ({ kind: "literal", value: item })));
  const fallback = required ? `Required; for example \`${value}\`.` : `Default: \`${value}\`.`;
  return { name, type, optional: !required, readonly: false, comment: comment(description, fallback) };
}
