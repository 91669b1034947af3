import { createToken, type Token } from "./name-title-token/index.js";

const api: Token = createToken({ baseUrl: "https://api.example.com" });
await api.list();
