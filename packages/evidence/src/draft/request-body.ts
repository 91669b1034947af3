import type { PlacedParameter } from "../facts/parameter-place.js";
import { child } from "../spec/json.js";
import { isForm } from "../spec/operations.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { anyForm } from "./form-models.js";
import { parameterSchema } from "./parameters.js";
import { draftSchema, withEnum } from "./schema.js";

/** The request body of an operation: a documented parameter, the fields of a form, or what only its media types tell of. */
export function draftBody(
  drafting: Drafting,
  operation: string,
  placed: readonly PlacedParameter[],
  pointer: string,
): Building {
  const { facts } = drafting;
  const body = placed.find(({ place }) => place === "body");
  const fields = placed.filter(({ place }) => place === "field");
  const types = facts.list("operation", operation, "content-types").map(String);
  if (body === undefined && fields.length === 0 && types.length === 0) return {};
  if (types.length === 0) drafting.ask(pointer, "The page names no media type of the request body.");
  const schemaAt = (type: string): Building => {
    const at = child(pointer, "content", type, "schema");
    if (body === undefined && fields.length > 0) return formSchema(drafting, operation, fields, at);
    const schema = body === undefined ? {} : bodySchema(drafting, operation, body.documented, at);
    return isForm(type) && Object.keys(schema).length === 0 ? anyForm : schema;
  };
  const content = (types.length === 0 ? ["application/json"] : types).map(
    (type) => [type, { schema: schemaAt(type) }] as const,
  );
  return {
    requestBody: {
      description: "The request body.",
      ...requiredOf(drafting, operation, body, fields, pointer),
      content: Object.fromEntries(content),
    },
  };
}

function requiredOf(
  drafting: Drafting,
  operation: string,
  body: PlacedParameter | undefined,
  fields: readonly PlacedParameter[],
  pointer: string,
): Building {
  if (body === undefined && fields.length === 0) {
    drafting.ask(
      pointer,
      "The page names a media type for a request body, and none of its parameters is the body: is there one?",
    );
    return { "x-assumed": "The page names a media type for it, and does not say what it is." };
  }
  if (body !== undefined && !body.isStated)
    drafting.ask(pointer, `The page does not show where ${body.documented} travels: is it the request body?`);
  if (body === undefined && fields.some(({ isStated }) => !isStated))
    drafting.ask(pointer, "The page does not show which of the parameters are fields of the form.");
  const required =
    body !== undefined &&
    drafting.facts.value("operation", operation, "parameter", body.documented, "required") === true;
  return { required };
}

function bodySchema(drafting: Drafting, operation: string, documented: string, pointer: string): Building {
  const { facts } = drafting;
  const value = (fact: string) => facts.value("operation", operation, "parameter", documented, fact);
  return withEnum(draftSchema(drafting, value("type") ?? "any", pointer), value("enum"));
}

function formSchema(
  drafting: Drafting,
  operation: string,
  fields: readonly PlacedParameter[],
  pointer: string,
): Building {
  const { facts } = drafting;
  const named = fields.map(({ documented, name }) => ({ documented, name: name ?? drafting.likelyName(documented) }));
  const required = named.filter(
    ({ documented }) => facts.value("operation", operation, "parameter", documented, "required") === true,
  );
  const properties = named.map(({ documented, name }) => {
    const schema = parameterSchema(drafting, operation, documented, name, child(pointer, "properties", name));
    const described = facts.value("operation", operation, "parameter", documented, "description") !== undefined;
    const isDeprecated = facts.value("operation", operation, "parameter", documented, "deprecated") === true;
    const mark = isDeprecated ? { deprecated: true } : {};
    return [name, { ...schema, ...mark, ...(described ? { description: `${words(name)}.` } : {}) }] as const;
  });
  return {
    type: "object",
    ...(required.length === 0 ? {} : { required: required.map(({ name }) => name) }),
    properties: Object.fromEntries(properties),
  };
}
