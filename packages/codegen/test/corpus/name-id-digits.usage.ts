import { createTins } from "./name-id-digits/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins._2faEnable();
await tins._404();
await tins.get$2();
