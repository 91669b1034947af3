import { createTins } from "./reference-unresolved-response/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
const result = await tins.listTins();
if (result.ok) {
  const status: 200 = result.status;
  const data: unknown = result.data;
  console.log(status, data);
  // @ts-expect-error nobody knows what it is
  result.data.length;
}
