import { create_3DPrint } from "./name-title-digits/index.js";

await create_3DPrint({ baseUrl: "https://api.example.com" }).list();
