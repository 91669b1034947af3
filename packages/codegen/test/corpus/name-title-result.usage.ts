import { createResult, type Result } from "./name-title-result/index.js";

const api: Result = createResult({ baseUrl: "https://api.example.com" });
await api.list();
