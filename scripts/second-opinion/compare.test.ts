import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readRawRequests } from "@facsimile/contract";
import { type RawAnswer, type RecordingMockServer, startMockServer } from "@facsimile/mock";
import { afterEach, describe, expect, it } from "vitest";
import { root } from "../repository.js";
import { compareServers, type Disagreement, differences } from "./compare.js";

const tea = path.join(root, "packages", "contract", "test", "documents", "tea.yaml");

const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

/** A mock server of the document, or of one that differs in one text. */
async function serve(from = "", to = ""): Promise<RecordingMockServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "second-opinion-"));
  undo.push(() => rm(folder, { recursive: true }));
  const spec = path.join(folder, "tea.yaml");
  await writeFile(spec, (await readFile(tea, "utf8")).replace(from, to));
  const server = await startMockServer(spec);
  undo.push(() => server.close());
  return server;
}

async function compare(one: RecordingMockServer, other: { url: string }): Promise<readonly Disagreement[]> {
  return compareServers("tea", await readRawRequests(tea), one, other);
}

describe("two servers", () => {
  it("agree where they follow one document", async () => {
    expect(await compare(await serve(), await serve())).toEqual([]);
  });

  it("disagree where one of them lets pass what the other refuses", async () => {
    const found = await compare(await serve(), await serve("maximum: 9 ", "maximum: 99 "));
    expect(found).toEqual([
      {
        provider: "tea",
        name: "listTeas: query page breaks maximum",
        method: "GET",
        valid: false,
        about: "status",
        prism: "422",
        steady: "200",
      },
    ]);
  });

  it("disagree where they answer something else with the same status", async () => {
    const found = await compare(await serve(), await serve("value: [{ name: oolong", "value: [{ name: sencha"));
    expect(new Set(found.map(({ about, prism, steady }) => [about, prism, steady].join()))).toEqual(
      new Set(["body,a body,another"]),
    );
    expect(found.map(({ name }) => name)).toContain("listTeas: 200");
  });

  it("have no opinion where one of them gives no answer", async () => {
    const gone = await startMockServer(tea);
    await gone.close();
    await expect(compare(await serve(), gone)).rejects.toThrow(/^Steady, listTeas: 200: connect ECONNREFUSED/);
  });
});

describe("two answers", () => {
  const request = { name: "getTea: 200", method: "GET", valid: true };
  const answer = (status: number, headers: RawAnswer["headers"] = [], body = ""): RawAnswer => ({
    status,
    headers,
    body: Buffer.from(body),
  });
  const shown = (one: RawAnswer, other: RawAnswer): string[] =>
    differences("tea", request, one, other).map(({ about, prism, steady }) => `${about}: ${prism}, ${steady}`);

  it("differ where Steady notes something about a success", () => {
    const noted = answer(200, [["X-Steady-Error-1-Code", "E3015"]]);
    expect(shown(answer(200), noted)).toEqual(["notes: 200, 200 E3015"]);
  });

  it("agree where both refuse with one status, whatever is said besides", () => {
    const noted = answer(400, [["x-steady-error-1-code", "E3008"]], '{"error":1}');
    expect(shown(answer(400, [["content-type", "application/json"]]), noted)).toEqual([]);
    expect(shown(answer(422), noted)).toEqual(["status: 422, 400 E3008"]);
  });

  it("are held against each other as media type and as JSON", () => {
    const type = (text: string): RawAnswer["headers"] => [["Content-Type", text]];
    const json = answer(200, type("application/json"), '{"a":1,"b":2}');
    expect(shown(json, answer(200, type("Application/JSON; charset=utf-8"), '{ "b": 2, "a": 1 }'))).toEqual([]);
    expect(shown(json, answer(200, [], '{"a":1}'))).toEqual([
      "media type: application/json, none",
      "body: a body, another",
    ]);
  });
});
