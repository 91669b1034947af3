import { type Delete as Api, createDelete } from "./name-title-delete/index.js";

const api: Api = createDelete({ baseUrl: "https://api.example.com" });
await api.list();
