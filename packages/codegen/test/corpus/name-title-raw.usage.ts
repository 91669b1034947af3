import { type Raw as Api, makeRaw } from "./name-title-raw/index.js";

const api: Api = makeRaw({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
