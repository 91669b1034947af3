import { createBoxOffice } from "./src/index.js";

createBoxOffice({ server: { stage: "test" } });
createBoxOffice({ server: { stage: "test", region: "eu" } });
createBoxOffice({ baseUrl: "http://127.0.0.1:4010" });
createBoxOffice({
  baseUrl: "http://127.0.0.1:4010",
  baseUrls: {
    "https://{region}.example.com/v1": "http://127.0.0.1:4011",
    "https://uploads.example.com": "http://127.0.0.1:4012",
    "/status": "http://127.0.0.1:4013",
    "https://{region}.{stage}.example.com": "http://127.0.0.1:4014",
  },
});

// @ts-expect-error - a variable that a server of some operation has to be given
createBoxOffice({});
// @ts-expect-error - a region that one of the servers does not have
createBoxOffice({ server: { stage: "test", region: "asia" } });
// @ts-expect-error - no server of the document
createBoxOffice({ baseUrl: "http://127.0.0.1:4010", baseUrls: { "https://upload.example.com": "http://127.0.0.1" } });
// @ts-expect-error - the same place has the name that it was mentioned by first
createBoxOffice({ baseUrl: "http://127.0.0.1:4010", baseUrls: { "https://uploads.example.com/": "http://127.0.0.1" } });
// @ts-expect-error - no URL
createBoxOffice({ baseUrl: "http://127.0.0.1:4010", baseUrls: { "/status": 4013 } });
