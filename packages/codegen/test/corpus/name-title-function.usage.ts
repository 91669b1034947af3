import { type Function as Api, createFunction } from "./name-title-function/index.js";

const api: Api = createFunction({ baseUrl: "https://api.example.com" });
await api.list();
