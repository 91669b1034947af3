import { createDelete, type Delete } from "./name-title-delete/index.js";

const api: Delete = createDelete({ baseUrl: "https://api.example.com" });
await api.list();
