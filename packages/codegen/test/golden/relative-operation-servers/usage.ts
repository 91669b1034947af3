import { createDepot } from "./src/index.js";

createDepot({ baseUrl: "https://depot.example.com/api" });
createDepot({ baseUrls: { "/api": "https://depot.example.com/api" } });
createDepot({
  baseUrl: "http://127.0.0.1:4010",
  baseUrls: { "https://files.example.com": "http://127.0.0.1:4011" },
});

// @ts-expect-error - nothing says where the API is
createDepot({});
// @ts-expect-error - nothing says where the operations are that have no server of their own
createDepot({ baseUrls: { "https://files.example.com": "http://127.0.0.1:4011" } });
