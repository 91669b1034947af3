import type { FactValue } from "../facts/fact.js";
import { child } from "../spec/json.js";
import { draftDefault } from "./default.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { draftErrorSchemas } from "./responses.js";
import { draftSchema, withEnum, withNull } from "./schema.js";

/** The security schemes and the schemas. */
export function draftComponents(drafting: Drafting): Building {
  const { facts } = drafting;
  const schemes = facts.namesBelow("scheme").map((name) => [name, draftScheme(drafting, name)] as const);
  const named = new Set(
    facts.namesBelow("operation").flatMap((operation) => [
      ...facts.list("operation", operation, "security").map(String),
      // A sample may show a scheme that the part about authorization leaves out.
      ...facts.namesBelow("operation", operation, "example", "scheme"),
    ]),
  );
  const unknown = [...named].filter((name) => !facts.namesBelow("scheme").includes(name));
  for (const name of unknown) {
    drafting.ask(child("/components/securitySchemes", name), "No page says more about this scheme.");
  }
  const guessed = unknown.map((name) => [name, guessScheme(drafting, name)] as const);
  const models = facts
    .namesBelow("model")
    .map((model) => [drafting.schemaName(model), draftModel(drafting, model)] as const);
  return {
    securitySchemes: Object.fromEntries([...schemes, ...guessed]),
    schemas: { ...Object.fromEntries(models), ...draftErrorSchemas(drafting) },
  };
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

function draftModel(drafting: Drafting, model: string): Building {
  const { facts } = drafting;
  const pointer = child("/components/schemas", drafting.schemaName(model));
  const isDeprecated = facts.value("model", model, "deprecated") === true;
  const description = { description: `${words(model)}.`, ...(isDeprecated ? { deprecated: true } : {}) };
  const variants = facts.list("wire", "model", model, "one-of");
  if (variants.length > 0) {
    return {
      ...description,
      oneOf: variants.map((type, index) => draftSchema(drafting, type, child(pointer, "oneOf", index))),
    };
  }
  const values = facts.value("model", model, "enum");
  const fallback = draftDefault(drafting, ["model", model], facts.value("model", model, "type") ?? "any", pointer);
  if (values !== undefined)
    return { ...description, ...typeOfValues(values), enum: values as FactValue & readonly FactValue[], ...fallback }; // a fact about an enumeration is a list
  const type = facts.value("model", model, "type");
  if (type !== undefined) return { ...description, ...draftSchema(drafting, type, pointer), ...fallback };
  const shown = facts.value("model", model) === "opaque" ? drafting.valuesOf(model) : undefined;
  if (shown !== undefined)
    return { ...description, ...typeOfValues(shown), enum: shown as FactValue & readonly FactValue[] }; // a fact about an enumeration is a list
  if (facts.value("model", model) === "opaque") {
    drafting.ask(pointer, `The page does not show what is in it (${drafting.place("model", model)}).`);
    return description;
  }
  const all = facts.list("model", model, "all-of");
  const allOf = all.map((part, index) => draftSchema(drafting, part, child(pointer, "allOf", index)));
  const properties = draftProperties(drafting, model, pointer);
  return { type: "object", ...description, ...(all.length === 0 ? {} : { allOf }), ...properties };
}

function typeOfValues(values: FactValue): Building {
  const [first] = Array.isArray(values) ? values : [values];
  return typeof first === "number" ? { type: Number.isInteger(first) ? "integer" : "number" } : { type: typeof first };
}

function draftProperties(drafting: Drafting, model: string, pointer: string): Building {
  const { facts } = drafting;
  const documented = facts.namesBelow("model", model, "property");
  const names = propertyNames(drafting, model, documented, child(pointer, "properties"));
  const wireName = (property: string): string => names.get(property) ?? property;
  const required = documented
    .filter((property) => facts.value("model", model, "property", property, "required") === true)
    .map(wireName);
  const properties = documented.map((property) => {
    const name = wireName(property);
    return [name, draftProperty(drafting, model, property, child(pointer, "properties", name))] as const;
  });
  return { ...(required.length === 0 ? {} : { required }), properties: Object.fromEntries(properties) };
}

/** The names on the wire by the documented ones. Two that would become one keep the SDK's spelling. */
function propertyNames(
  drafting: Drafting,
  model: string,
  documented: readonly string[],
  pointer: string,
): ReadonlyMap<string, string> {
  const { facts } = drafting;
  const names = new Map<string, string>();
  const guessed: string[] = [];
  for (const property of documented) {
    const wire = facts.value("wire", "model", model, "property", property, "name");
    const isGuess = facts.value("model", model, "property", property, "spelling") !== undefined;
    const likely = isGuess ? drafting.likelyName(property) : property;
    const taken = [...names.values()].includes(likely) || (likely !== property && documented.includes(likely));
    const name = wire === undefined ? (taken ? property : likely) : String(wire);
    if (isGuess) guessed.push(name);
    names.set(property, name);
  }
  if (guessed.length > 0)
    drafting.ask(
      pointer,
      `The page shows the SDK's spelling: are these the names on the wire? ${guessed.join(", ")}`,
      "names",
    );
  return names;
}

function draftProperty(drafting: Drafting, model: string, property: string, pointer: string): Building {
  const { facts } = drafting;
  const value = (fact: string): FactValue | undefined => facts.value("model", model, "property", property, fact);
  const inPages = facts.list("pages", "nullable").includes(property);
  const type = String(value("type") ?? "any");
  const schema = draftSchema(drafting, type, pointer);
  const mayBeNull = value("nullable") === true || inPages;
  const nullable = mayBeNull && !type.endsWith("?") ? withNull(schema) : schema;
  const listed = withEnum(nullable, value("enum") ?? facts.value("wire", "model", model, "property", property, "enum"));
  return {
    ...listed,
    ...(value("read-only") === true ? { readOnly: true } : {}),
    ...(value("description") === undefined ? {} : { description: `${words(property)}.` }),
    ...(value("deprecated") === true ? { deprecated: true } : {}),
    ...draftDefault(drafting, ["model", model, "property", property], type, pointer),
  };
}
