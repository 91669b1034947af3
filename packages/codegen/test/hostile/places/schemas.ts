import { type Asked, docsOf, type Fields, pointerPart, referenceTo } from "./asked.js";

export function schemas(at: Asked): Fields {
  const { text, names } = at;
  const kind = text("name of a discriminator", "kind");
  return {
    [names.parent]: {
      type: "object",
      required: [kind],
      properties: { [kind]: { type: "string" } },
      discriminator: {
        propertyName: kind,
        mapping: {
          [text("value of a discriminator", "kettle")]: `#/components/schemas/${pointerPart(names.schema)}`,
        },
      },
    },
    [names.schema]: { allOf: [referenceTo(names.parent), kettle(at)] },
  };
}

function kettle(at: Asked): Fields {
  const { text, names, newer } = at;
  return {
    type: "object",
    title: text("schema title", "A kettle"),
    description: text("schema description", "Boils water."),
    required: [names.property],
    externalDocs: docsOf(at, "schema"),
    xml: {
      name: text("XML name", "kettle"),
      namespace: text("XML namespace", "https://xml.example"),
      prefix: text("XML prefix", "k"),
    },
    properties: {
      [names.property]: {
        type: "string",
        title: text("property title", "Colour"),
        description: text("property description", "Its colour."),
        format: text("format", "colour"),
        pattern: text("pattern", "^[a-z]+$"),
        default: text("default", "red"),
        enum: [text("value", "red"), "blue"],
        "x-enum-varnames": [text("name of a value", "Red"), "Blue"],
        "x-enum-descriptions": [text("description of a value", "Like a rose."), "Like the sky."],
        ...(newer ? { examples: [text("example", "red")] } : { example: text("example", "red"), nullable: true }),
      },
      parent: referenceTo(names.parent),
      deep: {
        type: "object",
        additionalProperties: { type: "string", description: text("description of further properties", "Any.") },
      },
      ...(newer && newerProperties(at)),
    },
    [`x-${text("name of an extension of a schema", "any")}`]: text("value of an extension of a schema", "any"),
  };
}

/** What only JSON Schema 2020-12 has. */
function newerProperties(at: Asked): Fields {
  const { text } = at;
  const dependent = text("name of a dependent property", "lid");
  return {
    constant: { const: text("constant", "one") },
    list: {
      type: "array",
      prefixItems: [{ const: text("constant of an item", "first") }],
      items: { enum: [text("value of an item", "any"), "none"] },
    },
    pattern: {
      type: "object",
      patternProperties: { [text("pattern of properties", "^x-")]: { type: "string" } },
      dependentRequired: { [dependent]: [text("required dependent property", "size")] },
    },
    file: {
      type: "string",
      contentMediaType: text("content media type", "image/png"),
      contentEncoding: text("content encoding", "base64"),
      $comment: text("comment", "A note."),
    },
    inner: {
      $defs: { [text("name of a definition", "Inner")]: { type: "string" } },
      type: "object",
      [text("unknown keyword", "units")]: text("value of an unknown keyword", "mm"),
    },
  };
}
