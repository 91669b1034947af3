import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedMark } from "../plan/mark.js";
import { readPackageFolder } from "./package-folder.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-read-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const ours = `// ${generatedMark}\nexport {};\n`;

describe("what is there of a package", () => {
  it("is the files that it is to have, and those that were generated once", async () => {
    write("package.json", "{}");
    write("src/old.ts", ours + "x".repeat(5000));
    write("src/mine.ts", `// mine\n// ${generatedMark}\n`);
    write("other/old.ts", ours);
    write("src/node_modules/old.ts", ours);
    const existing = await readPackageFolder(folder, ["package.json", "README.md", "test/x/y.ts"]);
    expect([...existing]).toEqual([
      ["package.json", "{}"],
      ["src/old.ts", ours + "x".repeat(5000)],
    ]);
  });

  it("is found among thousands of other files, deep folders, and links that lead in circles", async () => {
    for (let number = 0; number < 10_000; number += 1) {
      mkdirSync(join(folder, `src/many/${number % 10}`), { recursive: true });
      writeFileSync(join(folder, `src/many/${number % 10}/${number}.bin`), "x");
    }
    const deep = `src/${"deep/".repeat(500)}old.ts`;
    write(deep, ours);
    symlinkSync(folder, join(folder, "src/circle"));
    symlinkSync("loop", join(folder, "src/loop"));
    write("src/old.ts", ours);
    expect([...(await readPackageFolder(folder, [])).keys()].sort()).toEqual([deep, "src/old.ts"].sort());
  });

  it("is nothing that others have there, be it no file at all", async () => {
    mkdirSync(join(folder, "src"));
    execFileSync("mkfifo", [join(folder, "src/fifo.ts")]);
    const server = createServer().listen(join(folder, "src/socket.ts"));
    symlinkSync("/dev/zero", join(folder, "src/device.ts"));
    expect([...(await readPackageFolder(folder, []))]).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });

  it("is not looked for behind a link", async () => {
    write("elsewhere/old.ts", ours);
    symlinkSync("elsewhere", join(folder, "src"));
    expect([...(await readPackageFolder(folder, ["package.json"]))]).toEqual([]);
  });

  it.each([
    ["src/index.ts", (path: string) => execFileSync("mkfifo", [path]), /A pipe, a socket or a device is where a file/],
    ["src/index.ts", (path: string) => mkdirSync(path), /A folder is where a file is needed \(EISDIR\)/],
    ["src/index.ts", (path: string) => symlinkSync("/dev/zero", path), /A symbolic link is where a file/],
    ["src/index.ts", (path: string) => symlinkSync("index.ts", path), /A symbolic link is where a file/],
  ])("cannot be told where %s is something else", async (path, make, message) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    make(join(folder, path));
    const reading = readPackageFolder(folder, [path]);
    await expect(reading).rejects.toMatchObject({ path: join(folder, path), message: expect.stringMatching(message) });
  });
});
