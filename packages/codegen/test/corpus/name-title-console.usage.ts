import { type Console, createConsole } from "./name-title-console/index.js";

const api: Console = createConsole({ baseUrl: "https://api.example.com" });
await api.list();
