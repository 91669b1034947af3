import { type Asked, docsOf, type Fields, pointerPart, referenceTo } from "./asked.js";

/** With parameters, pages, links and headers. */
export function readOperation(at: Asked): Fields {
  const { text } = at;
  const page = text("name of a query parameter", "page");
  const items = text("name of the items of a page", "rows");
  return {
    operationId: text("operationId", "listKettles"),
    summary: text("operation summary", "Lists kettles."),
    description: text("operation description", "All of them, page by page."),
    tags: [text("tag of an operation", "Kettles")],
    externalDocs: docsOf(at, "operation"),
    "x-pagination": { style: "page", page, items },
    parameters: [
      {
        name: page,
        in: "query",
        description: text("query parameter, description", "Which page."),
        schema: { type: "integer" },
        example: 1,
      },
      {
        name: `X-${text("name of a header parameter", "Trace")}`,
        in: "header",
        required: true,
        description: text("header parameter, description", "For the log."),
        schema: {
          type: "string",
          default: text("default of a parameter", "none"),
          examples: [text("example in the schema of a parameter", "t-1")],
        },
      },
      {
        name: text("name of a cookie", "session"),
        in: "cookie",
        description: text("cookie, description", "Who."),
        schema: { type: "string", enum: [text("value of a parameter", "a"), "b"] },
        examples: {
          [text("name of an example of a parameter", "one")]: {
            summary: text("example of a parameter, summary", "One."),
            description: text("example of a parameter, description", "One."),
            value: text("example of a parameter, value", "a"),
          },
        },
      },
      {
        name: "filter",
        in: "query",
        content: {
          [`application/json; v=${text("media type of a parameter", "1")}`]: { schema: { type: "object" } },
        },
      },
      { $ref: `#/components/parameters/${pointerPart(text("name of a component parameter", "limit"))}` },
    ],
    responses: {
      200: {
        description: text("response description", "A page."),
        headers: {
          [`X-${text("name of a response header", "Count")}`]: {
            description: text("response header, description", "How many."),
            schema: { type: "integer" },
          },
        },
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: { [items]: { type: "array", items: referenceTo(at.names.schema) } },
            },
          },
          [`image/x-${text("media type of a response", "tea")}`]: {},
        },
        links: {
          [text("name of a link", "first")]: {
            operationId: text("operationId of a link", "listKettles"),
            description: text("link, description", "The first."),
            parameters: { [text("parameter of a link", "id")]: text("expression of a link", "$response.body#/id") },
            requestBody: text("body of a link", "any"),
          },
        },
      },
      404: { description: "No.", "x-assumed": text("reason of an assumption", "Seen once.") },
      default: { $ref: `#/components/responses/${pointerPart(text("name of a component response", "Problem"))}` },
    },
  };
}
