import { existsSync } from "node:fs";
import path from "node:path";
import { type Base, git } from "./base.js";
import { codeBlock, words } from "./markdown.js";

/** Lines that are shown of a file at most. */
const most = 120;

/** What changed in the public surfaces that `api/` states; undefined where one side has none. */
export async function apiChanges({ commit, before, after }: Base, bytes: number): Promise<string | undefined> {
  if (![before, after].every((side) => existsSync(path.join(side, "api")))) return undefined;
  const names = (await git(after, "diff", "--name-only", "-z", commit, "--", "api")).split("\0").filter(Boolean);
  if (names.length === 0) return "No public surface has changed.\n";
  const parts: string[] = [];
  let left = bytes;
  for (const name of names) {
    const part = await changeOf(name, commit, after);
    if (Buffer.byteLength(part) > left) break;
    left -= Buffer.byteLength(part);
    parts.push(part);
  }
  const more = names.length - parts.length;
  return parts.join("") + (more > 0 ? `_${more} more files of \`api\` have no room here._\n` : "");
}

async function changeOf(name: string, commit: string, cwd: string): Promise<string> {
  const diff = await git(cwd, "diff", "--no-color", "--no-ext-diff", "--unified=1", commit, "--", name);
  const lines = diff.split("\n").filter((line) => /^[-+ @]/.test(line) && !/^(?:---|\+\+\+) /.test(line));
  const cut = lines.length > most ? [...lines.slice(0, most), `… ${lines.length - most} more lines`] : lines;
  return `<details><summary>${words(name)}</summary>\n\n${codeBlock("diff", cut)}\n</details>\n\n`;
}
