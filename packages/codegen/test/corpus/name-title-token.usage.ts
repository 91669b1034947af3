import { type Token as Api, createToken } from "./name-title-token/index.js";

const api: Api = createToken({ baseUrl: "https://api.example.com" });
await api.list();
