import { type Class, createClass } from "./name-title-class/index.js";

const api: Class = createClass({ baseUrl: "https://api.example.com" });
await api.list();
