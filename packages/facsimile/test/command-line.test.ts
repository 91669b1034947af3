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

  it("that crashes over a text of a document reports nothing of it, and lets none of it move a terminal", async () => {
    const { err } = await end(() => Promise.reject(new RangeError("in /ann/dist/secret.ts:12\n\u001b[31m")));
    const rows = err.split("\n");
    expect(rows[0]).toBe("facsimile generate: RangeError: in /ann/dist/secret.ts:12  [31m");
    expect(rows[6]).toMatch(/^ {2}RangeError at [a-z-]+\/(?:dist|src)\/\S+:\d+$|^ {2}RangeError$/);
    expect(rows.slice(1).join()).not.toContain("ann");
  });

  it("that throws something else than an error has crashed too", async () => {
    expect((await end(() => Promise.reject("a text"))).err).toMatch(/^facsimile generate: a text\n\nThis is a mistake/);
  });

  it("that hands nothing on where a text has to be has crashed, whatever code Node gives that", async () => {
    const error = Object.assign(new TypeError("must be of type string"), { code: "ERR_INVALID_ARG_TYPE" });
    expect((await end(() => Promise.reject(error))).err).toContain("This is a mistake of facsimile.");
  });

  it.each([
    [new Error("The disk is full."), 1, "facsimile generate: The disk is full.\n"],
    [Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" }), 1, "facsimile generate: Invalid URL\n"],
    [new TypeError("fetch failed", { cause: new Error("no route") }), 1, "facsimile generate: fetch failed\n"],
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
