/**
 * Runs an example: `node --import tsx ../start.ts <document> <program>`. It starts a mock server of the document, which is a path or a package that carries
 * one, and an authorization server, tells the program by its environment where they are, and stops them when it has ended. Where `API_URL` is set, the
 * program calls that API, with what the environment has, and nothing is started.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";

const [document = "", program = ""] = process.argv.slice(2);

const { API_URL } = process.env;

const close = API_URL === undefined ? await startServers() : undefined;
try {
  await import(pathToFileURL(path.resolve(program)).href);
} finally {
  await close?.();
}

/** Loaded only when they are needed: a mock server is most of what an example takes to start. */
async function startServers(): Promise<() => Promise<unknown>> {
  const { startMockServer } = await import("@facsimile/mock");
  const { startAuthorizationServer } = await import("../scripts/guides/authorization-server.js");
  const api = await startMockServer(document, { state: true });
  const authorization = await startAuthorizationServer();
  Object.assign(process.env, {
    API_URL: api.url,
    AUTHORIZATION_URL: authorization.url,
    SENDAUTH_USERNAME: "ann",
    SENDAUTH_PASSWORD: "correct horse",
  });
  return () => Promise.all([api.close(), authorization.close()]);
}
