import { type Class as Api, createClass } from "./name-title-class/index.js";

const api: Api = createClass({ baseUrl: "https://api.example.com" });
await api.list();
