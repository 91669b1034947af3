import { type Client as Api, makeClient } from "./name-title-client/index.js";

const api: Api = makeClient({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
