import { type Result as Api, createResult } from "./name-title-result/index.js";

const api: Api = createResult({ baseUrl: "https://api.example.com" });
await api.list();
