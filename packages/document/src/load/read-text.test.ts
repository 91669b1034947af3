import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeFiles } from "../../test/documents.js";
import { loadDocument } from "./load.js";
import { maximumFileSize, readText } from "./read-text.js";

/** A folder with a pipe that nobody writes to: whoever waits for it waits for ever. */
async function folderWithPipe(): Promise<string> {
  const folder = await writeFiles({});
  execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
  return folder;
}

async function messagesOf(file: string): Promise<string[]> {
  const { document, diagnostics, sources } = await loadDocument(file);
  expect(document).toBeUndefined();
  expect(sources.size).toBe(0);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

test("a pipe is refused, by its name and through a link", async () => {
  const folder = await folderWithPipe();
  await symlink("pipe.yaml", join(folder, "link.yaml"));
  await symlink("link.yaml", join(folder, "link-to-link.yaml"));
  for (const name of ["pipe.yaml", "link.yaml", "link-to-link.yaml"]) {
    expect(await messagesOf(join(folder, name))).toEqual(["file-unreadable: This is a pipe, and only files are read."]);
  }
});

test.each(["/dev/zero", "/dev/null", "/dev/random", "/dev/tty"])("the device %s is refused", async (device) => {
  expect(await messagesOf(device)).toEqual(["file-unreadable: This is a device, and only files are read."]);
  const folder = await writeFiles({});
  await symlink(device, join(folder, "openapi.yaml"));
  expect(await messagesOf(join(folder, "openapi.yaml"))).toEqual([
    "file-unreadable: This is a device, and only files are read.",
  ]);
});

test("standard input that never ends is refused at once", async () => {
  const script = `import { loadDocument } from ${JSON.stringify(new URL("load.ts", import.meta.url).href)};
    console.log((await loadDocument("/dev/stdin")).diagnostics[0].message);`;
  const args = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [output] = await once(child.stdout, "data");
  expect(String(output)).toMatch(/^This is a (?:pipe|socket), and only files are read\.$/m);
});

test("a socket is refused", async () => {
  const path = join(await writeFiles({}), "socket.yaml");
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await once(server, "listening");
  expect(await messagesOf(path)).toEqual(["file-unreadable: This is a socket, and only files are read."]);
});

test("a folder is refused through a link too", async () => {
  const folder = await writeFiles({});
  await symlink(folder, join(folder, "openapi.yaml"));
  expect(await messagesOf(join(folder, "openapi.yaml"))).toEqual(["file-unreadable: This is a folder."]);
});

test("links that lead around in a circle are refused", async () => {
  const folder = await writeFiles({});
  await symlink("b.yaml", join(folder, "a.yaml"));
  await symlink("a.yaml", join(folder, "b.yaml"));
  expect(await messagesOf(join(folder, "a.yaml"))).toEqual(["file-unreadable: The file cannot be read (ELOOP)."]);
});

test("- is the name of a file, and standard input is not read", async () => {
  expect(await messagesOf("-")).toEqual(['file-unreadable: There is no file called "-"; standard input is not read.']);
});

test("a file that is too large is refused before it is read", async () => {
  const folder = await writeFiles({ "openapi.yaml": "" });
  await truncate(join(folder, "openapi.yaml"), maximumFileSize + 1);
  expect(await messagesOf(join(folder, "openapi.yaml"))).toEqual([
    "file-unreadable: The file has 128.1 MB, and the largest that is read has 128 MB.",
  ]);
});

test("a file as large as may be is read whole, and one byte more is not", async () => {
  const path = join(await writeFiles({}), "a.txt");
  await writeFile(path, "a".repeat(10_000));
  expect(await readText(path, 10_000)).toEqual({ text: "a".repeat(10_000) });
  expect(await readText(path, 9_999)).toHaveProperty("code", "file-unreadable");
});

test.skipIf(process.platform !== "linux")("what a file holds counts, and not the size that it states", async () => {
  // Files in /proc state a size of 0.
  expect(await readText("/proc/self/maps")).toHaveProperty("text", expect.stringMatching(/\n$/));
  expect(await readText("/proc/self/maps", 100)).toHaveProperty("code", "file-unreadable");
});

test("a reference to a pipe or a device leads to no file", async () => {
  const folder = await folderWithPipe();
  await symlink("/dev/zero", join(folder, "zero.yaml"));
  const text = (name: string): string => `openapi: 3.1.0
info: { title: Users, version: 1.0.0 }
components: { schemas: { User: { $ref: ${name}.yaml } } }
`;
  for (const name of ["pipe", "zero"]) {
    await writeFile(join(folder, "openapi.yaml"), text(name));
    const { diagnostics } = await loadDocument(join(folder, "openapi.yaml"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["reference-unresolved"]);
  }
});
