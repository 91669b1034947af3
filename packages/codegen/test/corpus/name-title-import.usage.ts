import { type Import as Api, createImport } from "./name-title-import/index.js";

const api: Api = createImport({ baseUrl: "https://api.example.com" });
await api.list();
