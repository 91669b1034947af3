import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { close, listen } from "../../mock/src/wire/index.js";
import { answering, closeAll, closeLater, startProxy } from "./run-proxy.js";

afterEach(closeAll);

const key = { "X-Key": "canary-of-the-key" };
const json = { "Content-Type": "application/json" };

describe("a proxy keeps secrets to itself", () => {
  it("prints and writes no secret, whatever is wrong about the exchange that carries it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proxy-"));
    closeLater(() => rm(folder, { recursive: true }));
    const canary = "c4n4ry/0f+s3cr3ts==";
    const server = createServer((request, response) => {
      request.resume();
      const { authorization, cookie } = request.headers;
      response.writeHead(200, {
        ...json,
        "X-Total": `${canary} ${authorization}`,
        "Set-Cookie": `sid=${canary}; Path=/`,
        "X-Refresh-Token": canary,
      });
      response.end(JSON.stringify({ access_token: canary, password: canary, echo: [request.url, cookie] }));
    });
    const port = await listen(server, 0);
    closeLater(() => close(server));
    const running = await startProxy(`http://127.0.0.1:${port}/v2`, ["--report", folder]);
    const secret = encodeURIComponent(canary);
    const headers = {
      "X-Key": canary,
      Authorization: `Basic ${btoa(`ann:${canary}`)}`,
      Cookie: `sid=${canary}`,
      "X-Trace": canary,
      ...json,
    };
    const body = JSON.stringify({ name: canary, password: canary, origin: { client_secret: canary } });
    await fetch(`${running.url}/teas?visitor=${secret}&page=${secret}&access_token=${secret}`, { headers });
    await fetch(`${running.url}/teas/${secret}?visitor=${secret}`, { method: "PUT", headers, body });
    await fetch(`${running.url}/sessions/${secret}`, { method: "POST", headers, body: `{"password":"${canary}"` });
    const { stdout, stderr } = await running.stop();
    const written = ["json", "md"].map((kind) => readFile(join(folder, `proxy-report.${kind}`), "utf8"));
    const all = [stdout, stderr, ...(await Promise.all(written))].join("\n");
    expect(all).toContain("sessions");
    for (const spelling of [canary, secret, btoa(canary).slice(0, 20), btoa(`ann:${canary}`), "c4n4ry", "s3cr3ts"])
      expect(all).not.toContain(spelling);
  });

  it("blots out what looks like a token in a path, and leaves ids of things", async () => {
    const running = await startProxy(await answering(404, {}, ""));
    const tokens = [
      "eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl",
      "sk_live_4eC39HqLyjWD",
      "q8ZP0bX3mVt7LrWn2KdYf5Hs",
      "0f9e8d7c6b5a49382716f0e1d2c3b4a5",
    ];
    const ids = ["3f2504e0-4f89-41d3-9a0c-0305e82c3301", "first-flush-of-darjeeling-2026", "usr_12345"];
    for (const one of [...tokens, ...ids]) await fetch(`${running.url}/teas/${one}`, { headers: key });
    for (const one of tokens) await fetch(`${running.url}/elsewhere/${one}/x`, { headers: key });
    const { stdout } = await running.stop();
    for (const token of tokens) expect(stdout).not.toContain(token);
    for (const id of ids) expect(stdout).toContain(id);
  });
});
