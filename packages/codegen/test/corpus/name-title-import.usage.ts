import { createImport, type Import } from "./name-title-import/index.js";

const api: Import = createImport({ baseUrl: "https://api.example.com" });
await api.list();
