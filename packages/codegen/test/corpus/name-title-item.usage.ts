import { type Item as Api, createItem } from "./name-title-item/index.js";

const api: Api = createItem({ baseUrl: "https://api.example.com" });
await api.list();
