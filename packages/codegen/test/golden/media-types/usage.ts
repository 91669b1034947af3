import { unwrap } from "@facsimile/runtime";
import { createMediaTypes } from "./src/index.js";

const api = createMediaTypes();

await api.makeReport({ body: { topic: "a" } });
await api.makeReport({ body: { topic: "a" }, contentType: "application/json" });
await api.makeReport({ body: new URLSearchParams(), contentType: "application/x-www-form-urlencoded" });
await api.makeReport({ body: "topic\na", contentType: "text/csv" });

// @ts-expect-error - text needs its media type
await api.makeReport({ body: "topic\na" });
// @ts-expect-error - JSON has another form
await api.makeReport({ body: "topic\na", contentType: "application/json" });
// @ts-expect-error - not one of the media types
await api.makeReport({ body: { topic: "a" }, contentType: "text/plain" });

const result = await api.makeReport({ body: { topic: "a" } });
if (result.ok) {
  if (result.contentType === "application/json") result.data.rows satisfies number[];
  else if (result.contentType === "text/csv") result.data satisfies string;
  else result.data satisfies Blob;
  // @ts-expect-error - a misspelt media type
  result.contentType === "text/cvs";
} else if (result.status === "default" && result.contentType === "application/problem+json") {
  result.error.title satisfies string | undefined;
}

const data = await unwrap(api.makeReport({ body: { topic: "a" } }));
if (typeof data === "string" || data instanceof Blob) data satisfies string | Blob;
else data.rows satisfies number[];
