import { createItem, type Item } from "./name-title-item/index.js";

const api: Item = createItem({ baseUrl: "https://api.example.com" });
await api.list();
