import { type Asked, type Fields, referenceTo, serverOf } from "./asked.js";
import { readOperation } from "./read-operation.js";

export function paths(at: Asked): Fields {
  const { text } = at;
  const parameter = text("name of a path parameter", "id");
  return {
    [`/${text("segment of a path", "stoves")}/{${parameter}}`]: {
      summary: text("path summary", "Kettles."),
      description: text("path description", "All kettles."),
      parameters: [
        {
          name: parameter,
          in: "path",
          required: true,
          description: text("path parameter, description", "Which."),
          schema: { type: "string" },
        },
      ],
      get: readOperation(at),
      post: writeOperation(at),
    },
    "/form": { post: formOperation(at) },
    "/$": {
      get: {
        operationId: text("third operationId", "ping"),
        responses: { [text("status", "200")]: { description: text("description of a status", "Done.") } },
      },
    },
  };
}

/** With a body, callbacks and servers of its own. */
function writeOperation(at: Asked): Fields {
  const { text } = at;
  return {
    operationId: text("second operationId", "putKettle"),
    deprecated: true,
    requestBody: {
      description: text("request body, description", "The kettle."),
      required: true,
      content: {
        [`application/json; v=${text("media type of a request body", "1")}`]: {
          schema: referenceTo(at.names.schema),
          examples: {
            [text("name of an example", "red")]: {
              summary: text("example summary", "Red."),
              description: text("example description", "A red one."),
              externalValue: text("external value of an example", "red.json"),
            },
          },
        },
      },
    },
    callbacks: {
      [text("name of a callback", "boiled")]: {
        [text("expression of a callback", "{$request.body#/url}")]: { post: { responses: {} } },
      },
    },
    servers: [serverOf(at, "operation")],
    responses: { 204: { description: "Done." } },
  };
}

function formOperation(at: Asked): Fields {
  const { text } = at;
  const field = text("name of a field", "photo");
  return {
    operationId: "sendForm",
    security: [],
    requestBody: {
      content: {
        "multipart/form-data": {
          schema: { type: "object", properties: { [field]: { type: "string" } } },
          encoding: {
            [field]: {
              contentType: text("content type of a field", "image/png"),
              headers: {
                [`X-${text("name of a header of a field", "Part")}`]: {
                  schema: { const: text("value of a header of a field", "a") },
                },
              },
            },
          },
        },
      },
    },
    responses: { default: { description: "Any." } },
  };
}
