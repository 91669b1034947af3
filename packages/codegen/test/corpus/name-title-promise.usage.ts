import { type Promise as Api, createPromise } from "./name-title-promise/index.js";

const api: Api = createPromise({ baseUrl: "https://api.example.com" });
await api.list();
for await (const item of api.list.pages().items()) item satisfies string;
