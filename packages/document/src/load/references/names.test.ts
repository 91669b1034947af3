import { describe, expect, test } from "vitest";
import { load } from "../../../test/documents.js";
import { valueAt } from "../pointer.js";

const operation = (id: string): string => `{ ${id}parameters: [{ name: limit, in: query, schema: { type: integer } }],
      requestBody: { content: { application/json: { schema: { type: object } } } },
      responses: { "200": { description: Good., content: { application/json: { schema: { properties: { user: { minLength: 1 } } } } } } },
      callbacks: { onEvent: { "{$url}": { post: { requestBody: { content: { application/json: { schema: {} } } }, responses: {} } } } } }`;

const files = (ref: string): Record<string, string> => ({
  "openapi.yaml": `openapi: "3.1.0"
info: { title: Users, version: 1.0.0 }
paths:
  "/users/{id}":
    get: ${operation("operationId: getUser, ")}
    put: ${operation("")}
webhooks:
  newUser: { post: { requestBody: { content: { application/json: { schema: {} } } }, responses: {} } }
components:
  responses:
    Failed: { description: Bad., content: { application/json: { schema: { oneOf: [{ title: String data }, { title: Boolean }, {}] } }, text/plain: { schema: {} } } }
    FailedResponse: { description: Bad., content: { application/json: { schema: {} } } }
  requestBodies: { NewUser: { content: { application/json: { schema: {} } } } }
  parameters: { limit: { name: limit, in: query, schema: {} } }
  headers: { Total: { schema: {} } }
  schemas:
    Taken: {}
    User: { items: {}, additionalProperties: {}, properties: { address: {}, name: { title: Family name }, tags: { items: {} } }, allOf: [{ properties: { age: {} } }], $defs: { Address: {}, Taken: {} } }
    Ref: { items: { $ref: "${ref}" } }
`,
  "models/user.yaml": "title: Person\nproperties: { address: {} }\n",
  "models/index.yaml": "{}",
  "models/all.yaml": "User: {}\nRobot: { properties: { arm: {} } }\nGröße: {}\n? ''\n: {}\n",
  "paths/users.yaml": `get: ${operation("")}\nput: ${operation("operationId: putUser, ")}\n`,
});

test.each([
  ["#/components/schemas/User/properties/address", "User_address"],
  ["#/components/schemas/User/properties/name", "FamilyName"],
  ["#/components/schemas/User/properties/tags/items", "User_tags_item"],
  ["#/components/schemas/User/items", "User_item"],
  ["#/components/schemas/User/additionalProperties", "User_value"],
  ["#/components/schemas/User/allOf/0", "User_part1"],
  ["#/components/schemas/User/allOf/0/properties/age", "User_age"],
  ["#/components/schemas/User/$defs/Address", "Address"],
  ["#/components/schemas/User/$defs/Taken", "User_Taken"],
  ["#/components/responses/Failed/content/application~1json/schema", "Failed_response"],
  ["#/components/responses/Failed/content/text~1plain/schema", "Failed_response"],
  ["#/components/responses/Failed/content/application~1json/schema/oneOf/0", "StringData"],
  ["#/components/responses/Failed/content/application~1json/schema/oneOf/1", "Failed_response_Boolean"],
  ["#/components/responses/Failed/content/application~1json/schema/oneOf/2", "Failed_response_option3"],
  ["#/components/responses/FailedResponse/content/application~1json/schema", "FailedResponse"],
  ["#/components/requestBodies/NewUser/content/application~1json/schema", "NewUser_request"],
  ["#/components/parameters/limit/schema", "limit_parameter"],
  ["#/components/headers/Total/schema", "Total_header"],
  ["#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema", "getUser_200"],
  ["#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/user", "getUser_200_user"],
  ["#/paths/~1users~1{id}/get/requestBody/content/application~1json/schema", "getUser_request"],
  ["#/paths/~1users~1{id}/get/parameters/0/schema", "getUser_limit"],
  ["#/paths/~1users~1{id}/put/requestBody/content/application~1json/schema", "put_users_id_request"],
  [
    "#/paths/~1users~1{id}/get/callbacks/onEvent/{$url}/post/requestBody/content/application~1json/schema",
    "getUser_onEvent_request",
  ],
  ["#/webhooks/newUser/post/requestBody/content/application~1json/schema", "newUser_request"],
  ["models/user.yaml", "user"],
  ["models/user.yaml#/properties/address", "user_address"],
  ["models/all.yaml#/User", "all_User"],
  ["models/all.yaml#/Robot", "Robot"],
  ["models/all.yaml#/Robot/properties/arm", "Robot_arm"],
  ["models/all.yaml#/Größe", "Größe"],
  ["models/all.yaml#/", "all"],
  ["models/index.yaml", "models_index"],
  ["paths/users.yaml#/get/responses/200/content/application~1json/schema", "get_users_200"],
  ["paths/users.yaml#/put/responses/200/content/application~1json/schema", "putUser_200"],
])("%s is named %s", async (ref, name) => {
  const { document } = await load(files(ref));
  expect(document?.json.components).toHaveProperty("schemas.Ref.items.$ref", `#/components/schemas/${name}`);
});

async function schemasOf(texts: Record<string, string>): Promise<object> {
  const { document } = await load(texts);
  return Object(valueAt(document?.json ?? null, "/components/schemas"));
}

describe("names", () => {
  const two = (first: string, second: string): Record<string, string> => ({
    "openapi.yaml": `openapi: "3.1.0"
info: { title: Users, version: 1.0.0 }
paths: {}
components: { schemas: { A: { items: { $ref: ${first} } }, B: { items: { $ref: ${second} } } } }
`,
    "a/user.yaml": "type: string",
    "b/user.yaml": "type: number",
    "b/models/user.yaml": "type: boolean",
  });

  test("do not depend on the order of the references", async () => {
    const named = async (first: string, second: string): Promise<unknown> =>
      Object.entries(await schemasOf(two(first, second)))
        .filter(([name]) => name.length > 1)
        .sort();
    expect(await named("a/user.yaml", "b/user.yaml")).toEqual([
      ["b_user", { type: "number" }],
      ["user", { type: "string" }],
    ]);
    expect(await named("b/user.yaml", "a/user.yaml")).toEqual(await named("a/user.yaml", "b/user.yaml"));
  });

  test("take in the folders that say something", async () => {
    const schemas = await schemasOf(two("a/user.yaml", "b/models/user.yaml"));
    expect(Object.keys(schemas)).toEqual(["A", "B", "user", "b_user"]);
  });
});
