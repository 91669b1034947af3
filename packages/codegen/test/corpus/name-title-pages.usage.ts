import { type Pages as Api, createPages } from "./name-title-pages/index.js";

const api: Api = createPages({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
