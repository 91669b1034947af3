import { execFileSync } from "node:child_process";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadEvidence, loadPages, loadSpec, printProblem, verifyFolder } from "../src/index.js";
import { temporaryFolder } from "./temporary.js";

/** Nobody writes to it: whoever waits for it waits for ever. */
function makePipe(...path: readonly string[]): void {
  execFileSync("mkfifo", [join(...path)]);
}

describe("documentation pages", () => {
  it("that are pipes, devices or not UTF-8 are problems, and the others are read", async () => {
    const folder = await temporaryFolder({ "models/User.md": "# User\n" });
    makePipe(folder, "Pipe.md");
    await symlink("Pipe.md", join(folder, "Link.md"));
    await symlink("/dev/zero", join(folder, "wire.json"));
    await symlink("nothing", join(folder, "Broken.md"));
    const { pages, problems } = await loadPages(folder);
    const fix = "Put a page of no more than 32 MB there, or take it out of the folder.";
    expect(problems.map(printProblem)).toEqual([
      `Broken.md: there is no such file. ${fix}`,
      `Link.md: this is a pipe, and only files are read. ${fix}`,
      `Pipe.md: this is a pipe, and only files are read. ${fix}`,
      `wire.json: this is a device, and only files are read. ${fix}`,
    ]);
    expect(pages.map(({ file }) => file)).toEqual(["models/User.md"]);
  });

  it("are read once where links lead around in circles", async () => {
    const folder = await temporaryFolder({ "a/One.md": "# One\n", "b/Two.md": "# Two\n" });
    await symlink("..", join(folder, "a/up"));
    await symlink(".", join(folder, "b/self"));
    await symlink("../a", join(folder, "b/beside"));
    const { pages, problems } = await loadPages(folder);
    expect(problems).toEqual([]);
    expect(pages.map(({ text }) => text).sort()).toEqual(["# One\n", "# Two\n"]);
  });

  it("are none below a folder that is a pipe", async () => {
    const folder = await temporaryFolder({});
    makePipe(folder, "pages");
    const { problems } = await loadPages(join(folder, "pages"));
    expect(problems.map(({ message }) => message)).toEqual(["there is no Markdown page in this folder"]);
  });
});

describe("a provider's folder", () => {
  it("has a pipe for its evidence", async () => {
    const folder = await temporaryFolder({});
    makePipe(folder, "evidence.json");
    await expect(loadEvidence(folder, "evidence.json")).rejects.toThrow(
      /evidence\.json: This is a pipe, and only files are read\.$/,
    );
  });

  it("has a device for its waivers", async () => {
    const evidence = await readFile(new URL("../../../specs/sendauth/evidence.json", import.meta.url), "utf8");
    const folder = await temporaryFolder({ "evidence.json": evidence });
    await symlink("/dev/zero", join(folder, "waivers.yaml"));
    await expect(verifyFolder(".", folder)).rejects.toThrow(
      /waivers\.yaml: This is a device, and only files are read\.$/,
    );
  });

  it("has a pipe for its document", async () => {
    const folder = await temporaryFolder({});
    makePipe(folder, "openapi.yaml");
    await expect(loadSpec(join(folder, "openapi.yaml"), "openapi.yaml")).rejects.toThrow(
      /This is a pipe, and only files are read\./,
    );
  });
});
