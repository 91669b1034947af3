import { listProviders } from "../repository.js";
import { measureSize } from "./runtime-bundle.js";
import { contenders, ours } from "./runtime-contenders.js";

/** What one operation may cost with everything that a call can need: 7 kB, gzipped. */
export const limit = 7_030;

/** What is paid only by who imports it, on top of one operation. */
const extras: Readonly<Record<string, string>> = {
  "pages of a list": 'export { listUsersPages } from "@facsimile/sendauth/functions";',
  "unwrap, which throws": 'export { unwrap } from "@facsimile/sendauth/functions";',
  "OAuth 2": 'export { oauth2, createPkce, authorizationUrl } from "@facsimile/runtime";',
  "OAuth 2, on another device": 'export { oauth2, authorizeDevice } from "@facsimile/runtime";',
  "OAuth 2, a client that signs": 'export { oauth2, privateKeyJwt } from "@facsimile/runtime";',
  "environment variables": 'export { fromEnvironment } from "@facsimile/sendauth/functions";',
  "multipart bodies": 'export { multipart } from "@facsimile/runtime";',
  "urlencoded bodies": 'export { urlencoded } from "@facsimile/runtime";',
  "streams of events": 'export { openStream, readStream, serverSentEvents } from "@facsimile/runtime/streams";',
  "streams of JSON lines": 'export { jsonLines, openStream, readStream } from "@facsimile/runtime/streams";',
  "a schema, checked": 'export { UserSchema } from "@facsimile/sendauth/schemas";',
  "every answer checked": 'export { answers } from "@facsimile/sendauth/schemas";',
  webhooks: 'export { receiveWebhook } from "@facsimile/runtime/webhooks";',
  "every error guard":
    'export { isAbortedError, isApiError, isConnectionError, isTimeoutError } from "@facsimile/sendauth/functions";',
};

/** Prints what the same call weighs in a bundle, what each further part adds, and what whole packages weigh. */
export async function printSizes(): Promise<void> {
  const one = await measureSize(ours.source);
  console.log(`Size: one operation, minified and gzipped (limit ${limit} bytes)\n`);
  for (const { name, source } of contenders) {
    console.log(`  ${name.padEnd(36)} ${String(await measureSize(source)).padStart(7)}`);
  }
  console.log(
    `\n  ${one <= limit ? "within the limit" : `${one - limit} bytes over the limit`}\n\nWhat each part adds to one operation\n`,
  );
  for (const [name, source] of Object.entries(extras)) {
    const size = await measureSize(`${ours.source}\n${source}`);
    console.log(`  ${name.padEnd(36)} ${`+${size - one}`.padStart(7)}`);
  }
  console.log("\nAll operations of a package, as one client\n");
  for (const provider of listProviders()) {
    const size = await measureSize(`export * from "@facsimile/${provider}";`);
    console.log(`  ${`@facsimile/${provider}`.padEnd(36)} ${String(size).padStart(7)}`);
  }
}
