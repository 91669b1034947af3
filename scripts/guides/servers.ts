import path from "node:path";
import { startMockServer } from "@facsimile/mock";
import { root, specOf } from "../repository.js";
import { startAuthorizationServer } from "./authorization-server.js";
import { startProxy } from "./proxy.js";

/** What answers the programs of the pages. */
export interface Servers {
  /** Beginnings of URLs as a page writes them, each with what stands for it here; the longest counts. */
  readonly places: readonly (readonly [beginning: string, url: string])[];
  readonly proxyUrl: string;
  readonly close: () => Promise<void>;
}

/** The APIs that pages call, by their specs. */
const providers = ["sendauth", "ultracart"];

/** Starts a mock server for each API, an authorization server and a proxy, all on loopback. */
export async function startServers(documents: readonly string[]): Promise<Servers> {
  const specs = [...providers.map((provider) => path.join(root, specOf(provider))), ...documents];
  // The proxy is asked for the API by its own name.
  const allowHosts = ["app.sendauth.com"];
  const mocks = await Promise.all(specs.map((spec) => startMockServer(spec, { allowHosts })));
  const authorization = await startAuthorizationServer();
  const apis = mocks.map(({ api, url }) => [api.servers[0]?.url ?? "", url] as const);
  const [[, sendauth] = ["", ""]] = apis;
  const proxy = await startProxy(sendauth);
  const all = [...mocks, authorization, proxy];
  return {
    places: [
      ...apis,
      ["https://secure.ultracart.com/rest/v2/oauth", authorization.url],
      ["https://auth.example.com", authorization.url],
    ],
    proxyUrl: proxy.url,
    close: async () => {
      await Promise.all(all.map((server) => server.close()));
    },
  };
}
