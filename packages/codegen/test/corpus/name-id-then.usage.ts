import { createTins } from "./name-id-then/index.js";

const tins = await Promise.resolve(createTins({ baseUrl: "https://api.example.com" }));
await tins.getNext();
// @ts-expect-error There is no such method.
tins.then;
