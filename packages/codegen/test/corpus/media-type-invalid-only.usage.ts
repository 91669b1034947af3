import { createTins, unwrap } from "./media-type-invalid-only/index.js";

const data: unknown = await unwrap(createTins({ baseUrl: "https://tins.example.com" }).listTins());
console.log(data);
