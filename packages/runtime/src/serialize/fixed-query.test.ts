import { expect, it } from "vitest";
import { call } from "../testing/api.js";
import { json, serve } from "../testing/serve.js";
import { writeFixedQuery, writeQuery } from "./index.js";

const page = { name: "page", in: "query" } as const;

it.each([
  [{}, "/thing?action=list&v=2"],
  [{ query: { page: 3 } }, "/thing?action=list&v=2&page=3"],
])("every request has the query of its path, before its parameters: %j", async (input, target) => {
  const { url, asked } = await serve((_, response) => json(response, 1));
  const operation = { query: "action=list&v=2", parameters: [page], write: [writeQuery, writeFixedQuery] };
  await call(url, operation, input);
  expect(asked.map((request) => request.url)).toEqual([target]);
});
