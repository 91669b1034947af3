import { create_1stCafé$APIXScript } from "./src/index.js";

const api = create_1stCafé$APIXScript({ credentials: { 'a"b*/': "k" } });

const result = await api.delete({ path: { "user-id": "u" }, query: { 'it\'s "quoted"': "g\nh\u2028", größe: 1 } });
if (result.ok) [result.data["a-b"], result.data.default, result.data["01"]] satisfies (string | undefined)[];
await api.client();
await api.größe日本語();
