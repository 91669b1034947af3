import { createNew, type New } from "./name-title-new/index.js";

const api: New = createNew({ baseUrl: "https://api.example.com" });
await api.list();
