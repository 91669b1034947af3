import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../repository.js";

/** One way to make the same call: `GET /api/v1/users/{userID}` with HTTP basic and a JSON answer. */
export interface Contender {
  readonly name: string;
  /** A module that exports `connect(baseUrl)`, which answers a function that makes the call once. */
  readonly source: string;
}

/** Installed from npm into a folder of the system's temporary files. ky and the generator are the last for Node 20. */
const competitors = ["ky@1.14.3", "axios@1.21.1", "@hey-api/openapi-ts@0.95.0", "typescript@5.9.3"];

/** Where the competitors are, and where their bundles are made. */
export const workshop: string = path.join(tmpdir(), "facsimile-bench-runtime");

/** Installs the competitors, once, and lets hey-api generate its client from the same document. */
export function prepareCompetitors(): void {
  if (existsSync(path.join(workshop, "hey-api", "sdk.gen.ts"))) return;
  mkdirSync(workshop, { recursive: true });
  writeFileSync(path.join(workshop, "package.json"), '{"private":true,"type":"module"}');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--save-exact", ...competitors], {
    cwd: workshop,
    stdio: "ignore",
  });
  const spec = path.join(root, "specs", "sendauth", "openapi.yaml");
  const generator = path.join(workshop, "node_modules", ".bin", "openapi-ts");
  execFileSync(generator, ["-i", spec, "-o", "hey-api", "-c", "@hey-api/client-fetch"], {
    cwd: workshop,
    stdio: "ignore",
  });
}

const credentials = 'const username = "ann", password = "correct horse";';
const basic = `${credentials} const authorization = "Basic " + btoa(username + ":" + password);`;

export const ours: Contender = {
  name: "@facsimile/sendauth",
  source: `import { createClient, getUser } from "@facsimile/sendauth/functions";
    ${credentials}
    export function connect(baseUrl) {
      const client = createClient({ baseUrl, credentials: { basic: { username, password } } });
      return () => getUser(client, { path: { userID: "u 1" } });
    }`,
};

/** The same with every option in use that costs something in a call. */
const oursWithEverything: Contender = {
  name: "@facsimile/sendauth, every option",
  source: `import { createClient, getUser } from "@facsimile/sendauth/functions";
    ${credentials}
    export function connect(baseUrl) {
      const ignore = () => {};
      const client = createClient({
        baseUrl,
        credentials: { basic: async () => ({ username, password }) },
        headers: { "x-app": "bench" },
        logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        middleware: [{ onRequest: ignore, onResponse: ignore }],
        timeout: 30_000,
        totalTimeout: 60_000,
      });
      const { signal } = new AbortController();
      return () => getUser(client, { path: { userID: "u 1" } }, { signal, idempotencyKey: "key-1" });
    }`,
};

export const contenders: readonly Contender[] = [
  {
    name: "raw fetch",
    source: `${basic}
      export function connect(baseUrl) {
        return async () => {
          const response = await fetch(baseUrl + "/api/v1/users/" + encodeURIComponent("u 1"), { headers: { authorization } });
          return response.json();
        };
      }`,
  },
  {
    name: "openapi-fetch",
    source: `import createClient from "openapi-fetch";
      ${basic}
      export function connect(baseUrl) {
        const client = createClient({ baseUrl, headers: { authorization } });
        return () => client.GET("/api/v1/users/{userID}", { params: { path: { userID: "u 1" } } });
      }`,
  },
  ours,
  oursWithEverything,
  {
    name: "hey-api",
    source: `import { client } from "./hey-api/client.gen";
      import { getUser } from "./hey-api/sdk.gen";
      ${credentials}
      export function connect(baseUrl) {
        client.setConfig({ baseUrl, auth: username + ":" + password });
        return () => getUser({ path: { userID: "u 1" } });
      }`,
  },
  {
    name: "ky",
    source: `import ky from "ky";
      ${basic}
      export function connect(baseUrl) {
        const client = ky.create({ prefixUrl: baseUrl, headers: { authorization } });
        return () => client.get("api/v1/users/" + encodeURIComponent("u 1")).json();
      }`,
  },
  {
    name: "axios",
    source: `import axios from "axios";
      ${credentials}
      export function connect(baseUrl) {
        const client = axios.create({ baseURL: baseUrl, auth: { username, password } });
        return async () => (await client.get("/api/v1/users/" + encodeURIComponent("u 1"))).data;
      }`,
  },
];
