import {
  type ApiError,
  type Client,
  createTins,
  RuntimeApiError,
  type Success,
  unwrap,
} from "./name-schema-runtime/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const result = await tins.getTin();
if (result.ok) result.data satisfies Success;
else if (result.status === 400) result.error satisfies ApiError;
else if (result.status === 401) result.error satisfies Client;
try {
  await unwrap(tins.getTin());
} catch (error) {
  if (error instanceof RuntimeApiError) error.statusCode satisfies number;
}
