/**
 * Runs an example: `tsx ../start.ts <document> <program>`. It starts a mock server of the document, which is a path or a package that carries one, and an
 * authorization server; tells the program where they are by `API_URL` and `AUTHORIZATION_URL`; and stops them when the program has ended.
 * Where `API_URL` is set, that API is called.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startAuthorizationServer } from "../scripts/guides/authorization-server.js";

const [document = "", program = ""] = process.argv.slice(2);

const environment = process.env;
environment.SENDAUTH_USERNAME ??= "ann";
environment.SENDAUTH_PASSWORD ??= "correct horse";

const authorization = await startAuthorizationServer();
environment.AUTHORIZATION_URL ??= authorization.url;
const api = environment.API_URL === undefined ? await startApi() : undefined;
try {
  await import(pathToFileURL(path.resolve(program)).href);
} finally {
  await Promise.all([api?.close(), authorization.close()]);
}

/** Loaded only when it is needed: a mock server is most of what an example takes to start. */
async function startApi(): Promise<{ close(): Promise<unknown> }> {
  const { startMockServer } = await import("@facsimile/mock");
  const server = await startMockServer(document, { state: true });
  environment.API_URL = server.url;
  return server;
}
