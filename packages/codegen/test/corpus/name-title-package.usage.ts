import { type Package as Api, createPackage } from "./name-title-package/index.js";

const api: Api = createPackage({ baseUrl: "https://api.example.com" });
await api.list();
