import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { firstDocument } from "../src/init/document.js";
import { runIn } from "./run-facsimile.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-given-usage-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function* piped(): AsyncIterable<Uint8Array> {
  yield Buffer.from(firstDocument);
}

it.each([
  [["generate", "-"], "nothing is piped into it"],
  [["generate", "-", "--watch"], "--watch looks at files"],
  [["generate", "-", "-"], "is named twice"],
  [["diff", "-", "-"], "is named twice"],
  [["mock", "http://tea.example/openapi.yaml"], "is read over https"],
  [["mock", "https://ann:canary@tea.example/openapi.yaml"], "without a user"],
  [["generate", "tea.yaml", "--integrity", `sha256-${"A".repeat(43)}=`], "--integrity goes with"],
  [
    ["generate", "https://tea.example/a.yaml", "tea.yaml", "--integrity", `sha256-${"A".repeat(43)}=`],
    "goes with one document",
  ],
  [["generate", "-", "--integrity", "sha1"], "--integrity takes a digest"],
  [["generate", "-", "--client-name", "tea"], "--client-name takes a word"],
  [["generate", "tea.yaml", "--default-header", "Authorization: Bearer canary"], "is where a credential is"],
  [["generate", "tea.yaml", "--default-header", "X-AccessToken: canary"], "is where a credential is"],
  [["generate", "tea.yaml", "--default-header", "Ocp-ApimKey-Secret: canary"], "is where a credential is"],
  [
    ["generate", "tea.yaml", "--default-header", "X-Client: \u2615"],
    "The value of X-Client is none that a header can have",
  ],
  [["generate", "tea.yaml", "--default-header", "Content-Type: text/plain"], "is the operation's, or the connection's"],
  [["generate", "tea.yaml", "--default-header", "a b: c"], "is no name of a header"],
])("explains wrong usage: %s", async (args, told) => {
  const stdin = args.includes("--client-name") ? { stdin: piped() } : {};
  const { code, err } = await runIn(folder, args, stdin);
  expect([code, err]).toEqual([2, expect.stringContaining(told)]);
  expect(err).not.toContain("canary");
});
