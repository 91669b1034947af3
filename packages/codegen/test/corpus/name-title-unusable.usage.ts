import { createApi } from "./name-title-unusable/index.js";

await createApi({ baseUrl: "https://api.example.com" }).list();
