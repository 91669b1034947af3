/** How a repository installs and starts what it needs. */
export interface Installer {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  /** What installs `facsimile`. */
  readonly add: string;
  /** What starts a command that is installed. */
  readonly start: string;
  /** Steps of a workflow that install what the lock file says. */
  readonly steps: readonly string[];
}

const npm: Installer = {
  name: "npm",
  add: "npm install --save-dev",
  start: "npx",
  steps: ["npm ci"],
};

const pnpm: Installer = {
  name: "pnpm",
  add: "pnpm add --save-dev",
  start: "pnpm exec",
  steps: ["corepack enable", "pnpm install --frozen-lockfile"],
};

const yarn: Installer = {
  name: "yarn",
  add: "yarn add --dev",
  start: "yarn",
  steps: ["corepack enable", "yarn install --immutable"],
};

/** The first version writes another lock file, and has another word for taking it as it is. */
const yarnClassic: Installer = { ...yarn, steps: ["corepack enable", "yarn install --frozen-lockfile"] };

const bun: Installer = {
  name: "bun",
  add: "bun add --dev",
  start: "bunx",
  steps: ["npm install --global bun", "bun install --frozen-lockfile"],
};

/** By the lock file that one of them writes. */
const installers: Readonly<Record<string, (text: string) => Installer>> = {
  "package-lock.json": () => npm,
  "pnpm-lock.yaml": () => pnpm,
  "yarn.lock": (text) => (/^# yarn lockfile v1$/m.test(text) ? yarnClassic : yarn),
  "bun.lock": () => bun,
  "bun.lockb": () => bun,
};

export const lockFiles: readonly string[] = Object.keys(installers);

/**
 * @param locks - the texts of the lock files that are there
 * @param manager - what package.json names, where there is no lock file yet
 */
export function installerOf(locks: ReadonlyMap<string, string>, manager: string): Installer {
  const found = lockFiles.find((name) => locks.has(name));
  if (found !== undefined) return installers[found]?.(locks.get(found) ?? "") ?? npm;
  if (/^yarn@1\./.test(manager)) return yarnClassic;
  return [pnpm, yarn, bun].find(({ name }) => manager.startsWith(`${name}@`)) ?? npm;
}

/**
 * A workflow of GitHub that fails where a package is not what its document says, and shows what is found beside the lines.
 *
 * @param folder - where the configuration is, from the top of the repository; empty for the top itself
 */
export function workflowText({ start, steps }: Installer, folder: string): string {
  const runs = [...steps, `${start} facsimile generate --check --format github`];
  return `# Fails where a generated package is not what its OpenAPI document says. Written once by facsimile init, and yours to change.
name: facsimile

on:
  pull_request:
  push:
    branches: [main, master]

permissions: {}

jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
${folder === "" ? "" : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(folder)}\n`}    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 22
${runs.map((run) => `      - run: ${run}\n`).join("")}`;
}
