import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commandEntries } from "../src/registry.js";
import { type Outcome, runIn } from "./run-facsimile.js";

const completion = (...args: readonly string[]): Promise<Outcome> => runIn(".", ["completion", ...args]);
const names = commandEntries.map(({ name }) => name);

/** The lines that a shell prints. */
function shell(name: string, args: readonly string[]): readonly string[] {
  return execFileSync(name, args, { encoding: "utf8" }).split("\n").filter(Boolean);
}

function hasShell(name: string): boolean {
  return spawnSync(name, ["-c", "true"]).status === 0;
}

describe.skipIf(!hasShell("bash"))("facsimile completion bash", async () => {
  const { out } = await completion("bash");
  const complete = (...words: readonly string[]): readonly string[] => {
    const asked = `COMP_WORDS=(facsimile ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}`;
    return shell("bash", ["--norc", "-c", `${out}\n${asked}; _facsimile; printf '%s\\n' "\${COMPREPLY[@]}"`]);
  };

  it.each<[words: readonly string[], completed: readonly string[]]>([
    [["ge"], ["generate"]],
    [[""], [...names, "--help", "--version"]],
    [["generate", "notes.yaml", "--st"], ["--strict"]],
    [["mock", "--po"], ["--port"]],
    [["mock", "--qu"], ["--quiet"]],
    [["completion", "z"], ["zsh"]],
    // Files: the shell's own.
    [["mock", "no"], []],
  ])("completes %j", (words, completed) => expect(complete(...words)).toEqual(completed));
});

describe.skipIf(!hasShell("zsh"))("facsimile completion zsh", async () => {
  const { out } = await completion("zsh");
  /** What the script asks the completion system of zsh for. */
  const asked = (...words: readonly string[]): readonly string[] =>
    shell("zsh", [
      "-f",
      "-c",
      `compdef() { }; _describe() { print -rl -- "\${(@P)2}" }; _arguments() { print -rl -- "$@" }
${out}
words=(facsimile ${words.map((word) => `'${word}'`).join(" ")}) CURRENT=${words.length + 1}
_facsimile`,
    ]);

  it("describes the commands", () => {
    const described = asked("");
    expect(described.map((one) => one.split(":")[0])).toEqual([...names, "--help", "--version"]);
    expect(described).toContain("explain:Say what a finding means and how to mend a document that has it");
  });

  it("says of the options of one what they are, and which take values", () => {
    const options = asked("generate", "");
    expect(options).toContain("*--out[The package's folder]:value:_files");
    expect(options).toContain("*--check[Write nothing, and fail where something would be written]");
    expect(options).toContain("*--format[How it is printed]:value:_files");
    expect(options.find((one) => one.startsWith("*--default-header"))).toMatch(
      /such as "X-Client\\: web"\]:value:_files$/,
    );
    expect(options.at(-1)).toBe("*:file:_files");
    expect(asked("completion", "").at(-1)).toBe("1:name:(bash zsh fish)");
  });
});

describe.skipIf(!hasShell("fish"))("facsimile completion fish", async () => {
  const { out } = await completion("fish");
  const complete = (line: string): readonly string[] =>
    shell("fish", ["--no-config", "-c", `${out}\ncomplete -C '${line}'`]).filter((row) => !row.includes("/"));

  it.each<[line: string, completed: readonly string[]]>([
    ["facsimile ge", ["generate\tWrite the package for an OpenAPI document"]],
    ["facsimile --v", ["--version\tPrint the version"]],
    ["facsimile generate --che", ["--check\tWrite nothing, and fail where something would be written"]],
    ["facsimile generate --ou", ["--out\tThe package's folder"]],
    // A later word is no command.
    ["facsimile mock generate --che", []],
    ["facsimile completion z", ["zsh"]],
  ])("completes %s", (line, completed) => expect(complete(line)).toEqual(completed));
});

describe("facsimile completion", () => {
  it.each<[shell: string, parts: readonly string[]]>([
    ["bash", ["complete -o bashdefault -o default -F _facsimile facsimile\n"]],
    ["zsh", ["'*--check[Write nothing, and fail where something would be written]'", "compdef _facsimile facsimile\n"]],
    [
      "fish",
      [
        "complete -c facsimile -n '__facsimile_command generate' -l out -r -d ",
        "complete -c facsimile -n '__facsimile_command generate' -l check -d 'Write nothing, and ",
      ],
    ],
  ])("writes for %s what it completes, where there is no such shell as well", async (shellName, parts) => {
    const { code, out } = await completion(shellName);
    expect(code).toBe(0);
    for (const part of parts) expect(out).toContain(part);
  });

  it("knows no other shell", async () => {
    expect(await completion("csh")).toMatchObject({
      code: 2,
      err: expect.stringContaining("name one shell: bash, zsh, fish"),
    });
  });

  it("prints what it was asked for with --quiet too", async () => {
    expect(await completion("fish", "--quiet")).toEqual(await completion("fish"));
  });
});
