import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Check } from "../../../packages/runtime/test/platforms/check.js";
import { startPlatformServer } from "../../../packages/runtime/test/platforms/server.js";
import { packForConsumer } from "../../consumers/make-consumer.js";
import { commandOf } from "../../install-on-demand.js";
import { run } from "../../run.js";
import { installPlatform } from "../platform.js";
import { installNode } from "../run-node.js";
import { jestVersions, nodeVersions } from "../versions.js";
import { type JestProject, listProjects } from "./projects.js";
import { testCount } from "./test-source.js";

const execute = promisify(execFile);

/** Each project with the first Node that it is for, and with the last. */
export async function runJest(): Promise<readonly Check[]> {
  const folder = await installJest();
  const checks: Check[] = [];
  for (const project of await listProjects()) {
    for (const version of [nodeVersions[0], nodeVersions.at(-1) ?? nodeVersions[0]]) {
      if (project.requiresModules && version === nodeVersions[0]) continue;
      const problem = await runProject(folder, project, version);
      checks.push({ name: `${project.name}, Node ${version}`, problem });
    }
  }
  return checks;
}

/** Jest neither tests nor transforms what lies below node_modules, where everything else that is installed on demand is. */
async function installJest(): Promise<string> {
  const home = path.join(tmpdir(), "facsimile-platforms");
  const folder = installPlatform("jest", jestVersions, home);
  rmSync(path.join(folder, "node_modules", "@facsimile"), { recursive: true, force: true });
  const tarballs = await packForConsumer(path.join(home, "packed"));
  const options = ["--prefix", folder, "--no-save", "--prefer-offline", "--ignore-scripts", "--silent"];
  const { code, output } = await run("npm", ["install", ...options, ...tarballs]);
  if (code !== 0) throw new Error(`npm install of the packed packages failed: ${output.trim()}`);
  return folder;
}

async function runProject(parent: string, project: JestProject, version: string): Promise<string | undefined> {
  const folder = path.join(parent, project.name.replace(/\W+/g, "-"));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const files = { "package.json": '{"private":true}', ...project.files };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const server = await startPlatformServer();
  const flags = project.vmModules ? ["--experimental-vm-modules", "--no-warnings"] : [];
  const env = { ...process.env, API: server.url };
  try {
    const args = [...flags, commandOf(parent, "jest", "jest"), "--no-cache", "--colors=false"];
    const { stderr } = await execute(installNode(version), args, { cwd: folder, env, timeout: 120_000 });
    return stderr.includes(`Tests:       ${testCount} passed, ${testCount} total`) ? undefined : stderr.trim();
  } catch (error) {
    return String(error);
  } finally {
    await server.close();
  }
}
