import { type Console as Api, createConsole } from "./name-title-console/index.js";

const api: Api = createConsole({ baseUrl: "https://api.example.com" });
await api.list();
