import { createPackage, type Package } from "./name-title-package/index.js";

const api: Package = createPackage({ baseUrl: "https://api.example.com" });
await api.list();
