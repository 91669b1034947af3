import { fileURLToPath } from "node:url";
import { startMockServer } from "@facsimile/mock";
import { headerOf } from "@facsimile/mock/wire";
import { beforeAll, describe, expect, it } from "vitest";
import { teaDocument } from "../../test/tea-package.js";
import { type RawRequestCase, readRawRequests } from "./raw-requests.js";

const tea = fileURLToPath(teaDocument);

describe("the raw requests of a document", () => {
  let requests: readonly RawRequestCase[];
  beforeAll(async () => {
    requests = await readRawRequests(tea);
  });

  it("have names of their own, and are the same each time", async () => {
    const names = requests.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect((await readRawRequests(tea)).map(({ name }) => name)).toEqual(names);
  });

  it("leave out what differs in the wanted answer alone, and what a package refuses to send", () => {
    const names = requests.map(({ name }) => name);
    expect(names.filter((name) => /^listTeas: \d+/.test(name))).toEqual(["listTeas: 200"]);
    expect(names).toContain("listTeas: without any credential, server");
    expect(names).not.toContain("listTeas: without any credential, package");
  });

  it("say the method that is sent", () => {
    const methodOf = (wanted: string): string | undefined => requests.find(({ name }) => name === wanted)?.method;
    expect(methodOf("listTeas: without any credential, server")).toBe("GET");
    expect(methodOf("keepTea: without any credential, server")).toBe("PUT");
    expect(methodOf("listTeas: wrong method")).toBe("DELETE");
  });

  it("reach a server one by one, without a wish for a certain answer, and succeed where they are valid", async () => {
    const server = await startMockServer(tea);
    const statuses = new Map<string, number>();
    for (const { name, send } of requests) statuses.set(name, (await send(server.url)).status);
    await server.close();
    expect(server.exchanges).toHaveLength(requests.length);
    expect(server.exchanges.filter(({ request }) => headerOf(request.headers, "prefer") !== undefined)).toEqual([]);
    const wrong = requests.filter(({ name, valid }) => (statuses.get(name) ?? 0) < 400 !== valid);
    expect(wrong.map(({ name }) => `${name}: ${statuses.get(name)}`)).toEqual([]);
  });

  it("are refused for a document with errors", async () => {
    await expect(readRawRequests(fileURLToPath(new URL("missing.yaml", teaDocument)))).rejects.toThrow("missing.yaml");
  });
});
