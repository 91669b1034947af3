import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isColored } from "../src/color.js";
import type { Command } from "../src/command.js";
import { optionsOf } from "../src/completion/completed.js";
import { firstDocument } from "../src/init/document.js";
import { commandEntries } from "../src/registry.js";
import { runCommand } from "../src/run-command.js";
import { took } from "../src/took.js";
import { UsageError } from "../src/usage-error.js";
import { type Outcome, runIn } from "./run-facsimile.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-command-line-"));
writeFileSync(join(folder, "notes.yaml"), firstDocument);
afterAll(() => rmSync(folder, { recursive: true }));
const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, args);

describe("the usage of a command", () => {
  it.each(commandEntries)(
    "of $name names options that are there, with values where they take any",
    async ({ name, load }) => {
      for (const { name: option, takesValue } of optionsOf((await load()).usage)) {
        // The first option that is unknown is told.
        const { code, err } = await facsimile(name, takesValue ? `--${option}=x` : `--${option}`, "--xyzzy");
        expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("unknown option --xyzzy") });
      }
    },
  );
});

describe("facsimile completion", () => {
  const complete = (script: string, ...words: readonly string[]): readonly string[] => {
    const asked = `COMP_WORDS=(facsimile ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}`;
    const source = `${script}\n${asked}; _facsimile; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["--norc", "-c", source], { encoding: "utf8" }).split("\n").filter(Boolean);
  };

  it.skipIf(spawnSync("bash", ["--version"]).status !== 0)("completes in bash", async () => {
    const { code, out } = await facsimile("completion", "bash");
    expect(code).toBe(0);
    expect(complete(out, "ge")).toEqual(["generate"]);
    expect(complete(out, "")).toEqual([...commandEntries.map(({ name }) => name), "--help", "--version"]);
    expect(complete(out, "generate", "notes.yaml", "--st")).toEqual(["--strict"]);
    expect(complete(out, "mock", "--po")).toEqual(["--port"]);
    expect(complete(out, "mock", "--qu")).toEqual(["--quiet"]);
    // Files: the shell's own.
    expect(complete(out, "mock", "no")).toEqual([]);
  });

  it("says to zsh and fish what each is, and which take values", async () => {
    const zsh = (await facsimile("completion", "zsh")).out;
    expect(zsh).toMatch(/^#compdef facsimile\n/);
    expect(zsh).toContain(`'explain:Say what a finding means and how to mend a document that has it'`);
    expect(zsh).toContain(`'*--out[The package'\\''s folder]:value:_files'`);
    expect(zsh).toContain("'*--check[Write nothing, and fail where something would be written]'");
    const fish = (await facsimile("completion", "fish")).out;
    expect(fish).toContain(`-n '__fish_seen_subcommand_from generate' -l out -r -d 'The package\\'s folder'`);
  });

  it("knows no other shell", async () => {
    expect(await facsimile("completion", "csh")).toMatchObject({
      code: 2,
      err: expect.stringContaining("name one shell: bash, zsh, fish"),
    });
  });
});

describe("--quiet", () => {
  it("prints no report, and keeps the exit code and what is wrong", async () => {
    expect(await facsimile("generate", "notes.yaml", "--check", "--quiet")).toEqual({ code: 1, out: "", err: "" });
    const none = await facsimile("--quiet", "generate", "none.yaml");
    expect(none).toMatchObject({ code: 1, out: "", err: expect.stringContaining("file-unreadable") });
    expect(await facsimile("generate", "notes.yaml", "--quiet", "--json")).toMatchObject({ code: 2, out: "" });
  });
});

describe("a command", () => {
  /** How it ends, on a terminal. */
  async function end(run: Command["run"], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const texts = { out: "", err: "" };
    const io = {
      stdout: { write: (text: string) => (texts.out += text) },
      stderr: { write: (text: string) => (texts.err += text), isTTY: true },
      cwd: folder,
      env,
      signal: new AbortController().signal,
    };
    const args = ["--out=/home/ann/secret", "--xyzzy-k", "/home/ann/k"];
    const code = await runCommand("generate", { usage: "  --out <folder>", run }, args, io);
    return { code, ...texts };
  }

  it("that crashes says what to report and where, without a stack and anything that was given", async () => {
    const crash = async (): Promise<never> => {
      const nothing: { readonly a?: { readonly b: string } } = JSON.parse("{}");
      // The mistake itself.
      throw new TypeError(`no b in ${nothing.a}`);
    };
    const { code, err, out } = await end(crash);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    const rows = err.split("\n");
    expect(rows[0]).toBe("facsimile generate: TypeError: no b in undefined");
    expect(rows[2]).toMatch(/^This is a mistake of facsimile\. Please report it at https:\/\/\S+\/issues, /);
    expect(rows[4]).toMatch(/^ {2}facsimile \d+\.\d+\.\d+\S* generate --out$/);
    expect(rows[5]).toMatch(/^ {2}Node v\d+\S+, \S+ \S+$/);
    expect(err).not.toMatch(/\n {4}at |ann|xyzzy/);
    expect((await end(crash, { FACSIMILE_DEBUG: "1" })).err).toMatch(/\n {4}at /);
  });

  it.each([
    [new Error("The disk is full."), 1, "facsimile generate: The disk is full.\n"],
    [Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" }), 1, "facsimile generate: Invalid URL\n"],
    [new UsageError("name a document"), 2, "facsimile generate: name a document\nSee facsimile generate --help.\n"],
  ])("that ends in %s is no crash", async (error, code, err) => {
    expect(await end(() => Promise.reject(error))).toEqual({ code, out: "", err });
  });

  it("says how long it took, where that was more than a second", async () => {
    expect([0, 1000, 1001, 59_940, 61_400].map(took)).toEqual([
      "",
      "",
      "Took 1.0 s.\n",
      "Took 59.9 s.\n",
      "Took 1 min 1 s.\n",
    ]);
    const slow = async (): Promise<0> => {
      await new Promise((resolve) => setTimeout(resolve, 1010));
      return 0;
    };
    expect((await end(slow)).err).toMatch(/^Took 1\.\d s\.\n$/);
  });
});

describe("colours", () => {
  const terminal = { write: () => true, isTTY: true };
  it.each([
    [terminal, {}, true],
    [terminal, { TERM: "dumb" }, false],
    [terminal, { NO_COLOR: "1" }, false],
    [terminal, { NO_COLOR: "" }, true],
    [terminal, { NO_COLOR: "0", FORCE_COLOR: "1" }, false],
    [{ write: () => true }, {}, false],
    [{ write: () => true }, { FORCE_COLOR: "1" }, true],
    [terminal, { FORCE_COLOR: "0" }, false],
  ])("on %j with %j: %j", (sink, env, colored) => {
    expect(isColored(sink, env)).toBe(colored);
  });
});
