import { createTins } from "./name-id-members/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const results = [tins.constructor(), tins.toString(), tins.call(), tins.length(), tins.name(), tins.proto()];
(await Promise.all(results)).map(({ statusCode }) => statusCode) satisfies number[];
