import { type Default as Api, createDefault } from "./name-title-default/index.js";

const api: Api = createDefault({ baseUrl: "https://api.example.com" });
await api.list();
