/** One of many documents: an API of its own, of the size that a service inside a company has. */
export function documentOf(at: number, description = "What the service keeps."): object {
  const names = Array.from({ length: 6 }, (_, index) => `Thing${at}x${index}`);
  return {
    openapi: "3.1.0",
    info: { title: `Service ${at}`, version: "1.0.0", description },
    servers: [{ url: `https://service-${at}.example.com` }],
    paths: Object.assign({}, ...names.map(pathsOf)),
    components: { schemas: Object.fromEntries(names.map((name, index) => [name, schemaOf(name, names[index - 1])])) },
  };
}

/** A list, a single one, and a way to change it: three operations. */
function pathsOf(name: string): object {
  const path = `/${name.toLowerCase()}`;
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const limit = { name: "limit", in: "query", description: "At most so many.", schema: { type: "integer" } };
  const one = { $ref: `#/components/schemas/${name}` };
  const answer = { "200": answerOf("It.", one), "404": { description: "There is none." } };
  const body = { required: true, content: { "application/json": { schema: one } } };
  const list = { "200": answerOf("All.", { type: "array", items: one }) };
  return {
    [path]: { get: { tags: [name], operationId: `list${name}`, parameters: [limit], responses: list } },
    [`${path}/{id}`]: {
      parameters: [id],
      get: { tags: [name], operationId: `get${name}`, responses: answer },
      put: { tags: [name], operationId: `put${name}`, requestBody: body, responses: answer },
    },
  };
}

function answerOf(description: string, schema: object): object {
  return { description, content: { "application/json": { schema } } };
}

function schemaOf(name: string, other: string | undefined): object {
  const fields = Array.from({ length: 12 }, (_, index) => [
    `field${index}`,
    { type: index % 2 === 0 ? "string" : "number", description: `What ${name} says of ${index}.` },
  ]);
  const link = other === undefined ? {} : { link: { $ref: `#/components/schemas/${other}` } };
  return {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string" }, ...Object.fromEntries(fields), ...link },
  };
}
