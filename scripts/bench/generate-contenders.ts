import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { commandOf, installOnDemand } from "../install-on-demand.js";
import { root } from "../repository.js";

/** A generator as its users start it: a script and its arguments, which write into the folder `out` of the current folder. */
export interface Contender {
  readonly name: string;
  readonly script: string;
  args(document: string): readonly string[];
  /** Makes in an empty folder what the command wants to find there, before the time counts. */
  prepare?(folder: string, document: string): void;
}

/** The last versions that say they run on Node 20. */
const versions = {
  "@hey-api/openapi-ts": "0.95.0",
  "@kubb/cli": "4.39.3",
  "@kubb/core": "4.39.3",
  "@kubb/plugin-client": "4.39.3",
  "@kubb/plugin-oas": "4.39.3",
  "@kubb/plugin-ts": "4.39.3",
  oazapfts: "7.5.0",
  "openapi-typescript": "7.13.0",
  orval: "7.13.2",
  typescript: "5.9.3",
};

/** The one that the others are compared with. */
export const yardstick = "openapi-typescript";

/** This repository's generator and its peers, each asked for types and a client for `fetch` where it makes one. */
export function prepareContenders(): { readonly contenders: readonly Contender[]; readonly folder: string } {
  const folder = installOnDemand("peers", versions);
  const script = (name: keyof typeof versions, command: string = name): string => commandOf(folder, name, command);
  const contenders: readonly Contender[] = [
    { ...facsimile, script: path.join(root, "packages/facsimile/bin/facsimile.js") },
    { name: yardstick, script: script(yardstick), args: (document) => [document, "-o", "out/schema.d.ts"] },
    { ...oazapfts, script: script("oazapfts") },
    {
      name: "hey-api",
      script: script("@hey-api/openapi-ts", "openapi-ts"),
      args: (document) => ["-i", document, "-o", "out", "-c", "@hey-api/client-fetch", "--no-log-file"],
    },
    {
      name: "orval",
      script: script("orval"),
      args: (document) => ["--input", document, "--output", "out/api.ts", "--client", "fetch"],
    },
    { ...kubb, script: script("@kubb/cli", "kubb") },
  ];
  return { contenders, folder };
}

const facsimile: Omit<Contender, "script"> = {
  name: "facsimile",
  args: (document) => ["generate", document, "--out", "out", "--name", "@bench/api"],
  // What was generated is remembered in the nearest node_modules: in an empty one, nothing is.
  prepare: (folder) => mkdirSync(path.join(folder, "node_modules")),
};

const oazapfts: Omit<Contender, "script"> = {
  name: "oazapfts",
  args: (document) => [document, "out/api.ts"],
  prepare: (folder) => mkdirSync(path.join(folder, "out")),
};

const kubb: Omit<Contender, "script"> = {
  name: "kubb",
  args: () => ["generate", "--config", "kubb.config.mjs"],
  prepare: (folder, document) => writeFileSync(path.join(folder, "kubb.config.mjs"), kubbConfig(document)),
};

/** Its formatter is another package, which would be measured with it. */
function kubbConfig(document: string): string {
  return `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default defineConfig({
  input: { path: ${JSON.stringify(document)} },
  output: { path: "./out", format: false, lint: false },
  plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: "fetch" })],
});
`;
}
