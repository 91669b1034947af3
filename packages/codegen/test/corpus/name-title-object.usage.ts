import { type Object as Api, createObject } from "./name-title-object/index.js";

const api: Api = createObject({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
