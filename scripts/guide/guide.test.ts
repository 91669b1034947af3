import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Exchange, headerOf, startMockServer } from "@facsimile/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, specOf } from "../repository.js";
import { pairsOf, readGuide } from "./guide-sample.js";
import { compileSamples, makeReaderFolder, markerPath, runSamples } from "./reader-folder.js";

const samples = readGuide(readFileSync(path.join(root, "docs", "coming-from-openapi-typescript.md"), "utf8"));
const folder = mkdtempSync(path.join(tmpdir(), "facsimile-guide-"));

let printed: Readonly<Record<string, readonly string[]>>;
let asked: ReadonlyMap<string, readonly unknown[]>;

beforeAll(async () => {
  await makeReaderFolder(folder, samples);
  const server = await startMockServer(path.join(root, specOf("sendauth")));
  try {
    printed = await runSamples(folder, samples, { baseUrl: server.url, username: "ann", password: "correct horse" });
    asked = requestsBySample(server.exchanges);
  } finally {
    await server.close();
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What each sample sent, told apart by the marker before it. */
function requestsBySample(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly unknown[]> {
  const requests = new Map<string, unknown[]>();
  let sample = "";
  for (const { request } of exchanges) {
    const { target } = request;
    if (target.startsWith(markerPath)) sample = target.slice(markerPath.length);
    else requests.set(sample, [...(requests.get(sample) ?? []), tellRequest(request)]);
  }
  return requests;
}

function tellRequest({ method, target, headers, body }: Exchange["request"]): readonly unknown[] {
  const told = ["authorization", "content-type", "x-request-id"].map((name) => headerOf(headers, name));
  return [method, target, ...told, body.toString("utf8")];
}

/**
 * A module that compiles where the types of two samples are the same, and those of `./raw` are what openapi-typescript's command makes. What a request holds of a
 * user has no `readOnly` properties any more.
 */
function compareTypes(before = "", after = ""): string {
  return `import type * as before from "./${before}.js";
import type * as after from "./${after}.js";
import type * as made from "./sendauth.js";
import type * as raw from "@facsimile/sendauth/raw";
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const same: [Same<before.User, after.User>, Same<before.Query, after.Query>, Same<before.Page, after.Page>] = [true, true, true];
export const fits: [after.NewUser] extends [before.NewUser] ? true : false = true;
export const paths: [Same<made.paths, raw.paths>, Same<made.operations, raw.operations>] = [true, true];
export const components: Same<made.components, raw.components> = true;
`;
}

describe("the guide for those who come from openapi-typescript", () => {
  it("has samples that compile beside the types that openapi-typescript makes, and types that are the same", async () => {
    const pair = pairsOf(samples).find(({ after }) => after.text.includes("export type Page"));
    writeFileSync(path.join(folder, "same.ts"), compareTypes(pair?.before.name, pair?.after.name));
    expect(await compileSamples(folder, { lib: ["es2022", "dom"], types: [] })).toBe("");
  });

  it.each(pairsOf(samples))("$before.name and $after.name send the same and print the same", ({ before, after }) => {
    expect(asked.get(after.name)).toEqual(asked.get(before.name));
    expect(printed[after.name]).toEqual(printed[before.name]);
  });

  it("has pairs that send and print something", () => {
    const silent = samples.filter(({ name, text }) => text.includes("await") && !asked.get(name)?.length);
    expect(silent).toEqual([]);
    expect(Object.values(printed).flat()).toContain("ann.lee@example.com");
  });

  it("has both clients side by side", () => {
    const both = samples.find(({ text }) => text.includes("export const sendauth"));
    expect(printed[both?.name ?? ""]).toEqual(["true"]);
  });
});
