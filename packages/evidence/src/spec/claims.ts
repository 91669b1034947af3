import type { Claim } from "./claim.js";
import { child, isList, isObject, type Json, type JsonObject, valueAt } from "./json.js";
import { contentOf, operationsOf, type Part, resolve, type SpecOperation, type SpecResponse } from "./operations.js";
import { schemaClaims } from "./schema-claims.js";

/**
 * Every claim of a document, in its order. What people read (summaries, descriptions, examples, tags) and what a keyword says by default
 * are none. A part that several operations share is claimed once.
 */
export function claimsOf(json: JsonObject): readonly Claim[] {
  const claims = [
    ...versionClaims(json),
    ...serverClaims(json),
    ...operationsOf(json).flatMap((operation) => operationClaims(json, operation)),
    ...componentClaims(json),
  ];
  return [...new Map(claims.map((claim) => [`${claim.pointer} ${claim.key}`, claim])).values()];
}

function versionClaims(json: JsonObject): readonly Claim[] {
  const version = valueAt(json, "/info/version");
  return version === undefined ? [] : [{ pointer: "/info/version", key: `version ${version}` }];
}

function serverClaims(json: JsonObject): readonly Claim[] {
  const servers = isList(json.servers) ? json.servers : [];
  return servers.flatMap((server, index) => {
    const at = child("/servers", index);
    const variables = isObject(server) && isObject(server.variables) ? Object.keys(server.variables) : [];
    const url = isObject(server) ? String(server.url) : "";
    return [
      { pointer: child(at, "url"), key: `server ${url}` },
      ...variables.map((name) => {
        const pointer = child(at, "variables", name);
        return {
          pointer,
          key: `server variable ${name} = ${JSON.stringify(valueAt(json, child(pointer, "default")))}`,
        };
      }),
    ];
  });
}

function operationClaims(json: JsonObject, operation: SpecOperation): readonly Claim[] {
  const name = `${operation.method} ${operation.path}`;
  return [
    { pointer: operation.pointer, key: name },
    ...(operation.node.deprecated === true
      ? [{ pointer: child(operation.pointer, "deprecated"), key: `${name} deprecated` }]
      : []),
    ...operation.servers.map(({ pointer, url }) => ({ pointer, key: `${name} server ${url}` })),
    ...operation.security.map(({ pointer, schemes }) => ({
      pointer,
      key: `${name} security ${schemes.join(" and ") || "none"}`,
    })),
    ...operation.security.flatMap(({ pointer, schemes }) =>
      schemes.flatMap((scheme) => scopeClaims(json, child(pointer, scheme), `${name} ${scheme}`)),
    ),
    ...operation.parameters.flatMap((parameter) => {
      const key = `${name} ${parameter.in} ${parameter.name}`;
      return [{ pointer: parameter.at, key }, ...parameterClaims(json, parameter, key)];
    }),
    ...(operation.body === undefined ? [] : bodyClaims(json, operation.body, `${name} body`)),
    ...operation.responses.flatMap((response) => responseClaims(json, response, `${name} ${response.status}`)),
  ];
}

function scopeClaims(json: JsonObject, pointer: string, key: string): readonly Claim[] {
  const scopes = valueAt(json, pointer);
  return (isList(scopes) ? scopes : []).map((scope, index) => ({
    pointer: child(pointer, index),
    key: `${key} scope ${scope}`,
  }));
}

/** The style of a parameter that says none (OpenAPI 3.1.1, 4.8.12.2). */
export function defaultStyle(place: string): string {
  return place === "path" || place === "header" ? "simple" : "form";
}

function parameterClaims(json: JsonObject, part: Part, key: string): readonly Claim[] {
  const { node, pointer } = part;
  const style = node.style ?? defaultStyle(String(node.in));
  const stated = [
    ["required", node.required === true],
    ["style", style !== defaultStyle(String(node.in)) && style],
    ["explode", node.explode !== undefined && node.explode !== (style === "form") && String(node.explode)],
    ["allowReserved", node.allowReserved === true],
    ["deprecated", node.deprecated === true],
  ] as const;
  return [
    ...stated.flatMap(([word, value]) =>
      value === false ? [] : [{ pointer: child(pointer, word), key: `${key} ${word} ${value}` }],
    ),
    ...(node.schema === undefined ? [] : schemaClaims(json, child(pointer, "schema"), key)),
    ...contentClaims(json, part, key),
  ];
}

function bodyClaims(json: JsonObject, part: Part, key: string): readonly Claim[] {
  const required =
    part.node.required === true ? [{ pointer: child(part.pointer, "required"), key: `${key} required` }] : [];
  return [{ pointer: part.at, key }, ...required, ...contentClaims(json, part, key)];
}

function contentClaims(json: JsonObject, part: Part, key: string): readonly Claim[] {
  return contentOf(part).flatMap(({ type, pointer }) => {
    const schema = child(pointer, "schema");
    const inner = valueAt(json, schema) === undefined ? [] : schemaClaims(json, schema, `${key} ${type}`);
    return [{ pointer, key: `${key} ${type}` }, ...inner];
  });
}

function responseClaims(json: JsonObject, response: SpecResponse, key: string): readonly Claim[] {
  const headers = isObject(response.node.headers) ? Object.keys(response.node.headers) : [];
  return [
    { pointer: response.at, key },
    ...headers.flatMap((name) => {
      const header = resolve(json, child(response.pointer, "headers", name));
      return [
        { pointer: header.at, key: `${key} header ${name}` },
        ...parameterClaims(json, header, `${key} header ${name}`),
      ];
    }),
    ...contentClaims(json, response, key),
  ];
}

function componentClaims(json: JsonObject): readonly Claim[] {
  const components = isObject(json.components) ? json.components : {};
  const names = (of: string): readonly string[] => Object.keys(isObject(components[of]) ? components[of] : {});
  return [
    ...names("securitySchemes").flatMap((name) =>
      schemeClaims(json, child("/components/securitySchemes", name), `scheme ${name}`),
    ),
    ...names("schemas").flatMap((name) => {
      const pointer = child("/components/schemas", name);
      return [{ pointer, key: `schema ${name}` }, ...schemaClaims(json, pointer, `schema ${name}`)];
    }),
  ];
}

/** Every field of a scheme but its description is a claim. */
function schemeClaims(json: Json, pointer: string, key: string): readonly Claim[] {
  const value = valueAt(json, pointer);
  if (!isObject(value)) return [{ pointer, key: `${key} = ${JSON.stringify(value)}` }];
  return Object.keys(value)
    .filter((field) => field !== "description" && (!field.startsWith("x-") || field === "x-value-prefix"))
    .flatMap((field) => {
      const inner = child(pointer, field);
      const scope = pointer.endsWith("/scopes");
      return scope ? [{ pointer: inner, key: `${key} ${field}` }] : schemeClaims(json, inner, `${key} ${field}`);
    });
}
