import { type New as Api, createNew } from "./name-title-new/index.js";

const api: Api = createNew({ baseUrl: "https://api.example.com" });
await api.list();
