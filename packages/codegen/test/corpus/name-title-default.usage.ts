import { createDefault, type Default } from "./name-title-default/index.js";

const api: Default = createDefault({ baseUrl: "https://api.example.com" });
await api.list();
