import { child } from "../spec/json.js";
import { type Building, type Drafting, words } from "./drafting.js";

/** Every scheme that the pages describe, or only name. */
export function draftSecuritySchemes(drafting: Drafting): Building {
  const { facts } = drafting;
  const described = facts.namesBelow("scheme");
  const named = new Set(
    facts.namesBelow("operation").flatMap((operation) => [
      ...facts.list("operation", operation, "security").map(String),
      // A sample may show a scheme that the part about authorization leaves out.
      ...facts.namesBelow("operation", operation, "example", "scheme"),
    ]),
  );
  const unknown = [...named].filter((name) => !described.includes(name));
  for (const name of unknown)
    drafting.ask(child("/components/securitySchemes", name), "No page says more about this scheme.");
  return Object.fromEntries([
    ...described.map((name) => [name, draftScheme(drafting, name)] as const),
    ...unknown.map((name) => [name, guessScheme(drafting, name)] as const),
  ]);
}

/** A scheme that only samples tell the kind of, or nothing. */
function guessScheme(drafting: Drafting, name: string): Building {
  const shown = drafting.schemeType(name);
  const reason = { "x-assumed": "A sample names its kind, and no page says more." };
  if (shown === "apiKey") return { type: "apiKey", in: "header", name, ...reason };
  if (shown === "basic" || shown === "bearer") return { type: "http", scheme: shown, ...reason };
  if (shown === "oauth2")
    return { type: "oauth2", ...reason, flows: draftFlows(drafting, name, child("/components/securitySchemes", name)) };
  return { type: "http", scheme: "bearer", "x-assumed": "No page says what kind of scheme this is." };
}

function draftScheme(drafting: Drafting, name: string): Building {
  const { facts } = drafting;
  const type = String(facts.value("scheme", name, "type"));
  const description = { description: `${words(name)}.` };
  const at = child("/components/securitySchemes", name);
  if (type === "http") return { type, scheme: facts.value("scheme", name, "scheme") ?? "bearer", ...description };
  if (type === "oauth2") return { type, ...mentions(drafting, name), flows: draftFlows(drafting, name, at) };
  const prefix = facts.value("scheme", name, "prefix");
  const place = facts.value("scheme", name, "in");
  if (place === undefined) drafting.ask(at, "No page says where the key travels.");
  return {
    type,
    in: place ?? "header",
    name: facts.value("scheme", name, "name") ?? name,
    ...(prefix === undefined ? {} : { "x-value-prefix": prefix }),
    ...(place === undefined ? { "x-assumed": "No page says where it travels." } : {}),
    ...description,
  };
}

/** What a statement says about tokens has no field in OpenAPI: its terms go to the description. */
function mentions(drafting: Drafting, name: string): Building {
  const terms = (of: string): string =>
    drafting.facts
      .list("scheme", name, "mentions", of)
      .map((term) => `\`${String(term)}\``)
      .join(", ");
  const texts = [`${words(name)}.`];
  if (terms("request") !== "") texts.push(`The token request has ${terms("request")}.`);
  if (terms("answer") !== "") texts.push(`The answer has ${terms("answer")}.`);
  return { description: texts.join(" ") };
}

function draftFlows(drafting: Drafting, name: string, pointer: string): Building {
  const { facts } = drafting;
  const flow = String(facts.value("scheme", name, "flow") ?? "authorizationCode");
  const scopes = facts.namesBelow("scheme", name, "scope").map((scope) => [scope, `${words(scope)}.`] as const);
  if (scopes.some(([scope]) => facts.value("scheme", name, "scope", scope) === "any"))
    drafting.ask(pointer, "The pages list scopes, and not which operations need them: here none does.");
  const url = (fact: string, field: string): Building => {
    const value = facts.value("scheme", name, fact);
    const needed = field === "tokenUrl" ? flow !== "implicit" : flow === "implicit" || flow === "authorizationCode";
    if (value === undefined && needed) drafting.ask(pointer, `No page gives its ${field}.`);
    return value === undefined && !needed ? {} : { [field]: value ?? "https://example.com/" };
  };
  const refreshes = facts.list("scheme", name, "mentions", "request").includes("refresh_token");
  const refresh = refreshes ? url("token-url", "refreshUrl") : {};
  return {
    [flow]: {
      ...url("authorization-url", "authorizationUrl"),
      ...url("token-url", "tokenUrl"),
      ...refresh,
      scopes: Object.fromEntries(scopes),
    },
  };
}
