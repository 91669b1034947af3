import { createBodies } from "./src/index.js";

const api = createBodies();

await api.sendJson({ body: { text: "a" } });
await api.sendOptionalJson();
await api.sendOptionalJson({ body: { text: "a" } });
await api.sendMergePatch({ body: null });
await api.sendForm({ body: { text: "a", tags: ["b"] } });
await api.sendForm({ body: new URLSearchParams() });
await api.sendParts({ body: { file: new Blob(), note: { text: "a" } } });
await api.sendParts({ body: new FormData() });
await api.sendText({ body: "a" });
await api.sendBytes();
await api.sendBytes({ body: new Uint8Array() });
await api.sendBytes({ body: new Blob() });

// @ts-expect-error - the body is missing
await api.sendJson({});
// @ts-expect-error - a required property is missing
await api.sendJson({ body: { tags: [] } });
// @ts-expect-error - a property that there is not
await api.sendJson({ body: { text: "a", color: "red" } });
// @ts-expect-error - there is one media type only
await api.sendJson({ body: { text: "a" }, contentType: "text/plain" });
// @ts-expect-error - a file is no text
await api.sendParts({ body: { file: "a" } });
// @ts-expect-error - not bytes
await api.sendBytes({ body: 1 });
