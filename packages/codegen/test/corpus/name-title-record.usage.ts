import { type Record as Api, createRecord } from "./name-title-record/index.js";

const api: Api = createRecord({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
