import { createFiles, unwrap } from "./client/src/index.js";
import { withProgress } from "./with-progress.js";

const files = createFiles({ baseUrl: process.env.API_URL ?? "https://files.example.com" });

// In place of this: `await openAsBlob(path)` of node:fs, or the file of an <input>.
const file = new Blob([new Uint8Array(4 * 1024 * 1024)]);

let told = 0;
const body = withProgress(file, (sent) => {
  const quarter = Math.floor((4 * sent) / file.size);
  if (quarter > told) console.log(`${quarter * 25} %`);
  told = quarter;
});

// A large file takes longer than the minute that a call has by default: a signal ends it instead, by a button or after an hour.
const options = { timeout: Number.POSITIVE_INFINITY, signal: AbortSignal.timeout(3_600_000) };
const { url } = await unwrap(files.putFile({ path: { name: "backup" }, body }, options));
console.log("kept as", url);
